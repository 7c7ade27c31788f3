import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { packageFolder, packageProgram } from '../../files/package.ts';
import { bootGuest } from '../../lab/guest/boot-guest.ts';
import { carry } from '../../lab/guest/carry.ts';
import { chooseBackend } from '../../lab/guest/choose-backend.ts';
import { guestOf } from '../../lab/guest/guest-request.ts';
import { type Backend, type KnownLab, noteReady } from '../../lab/host/lab-record.ts';
import { type LabQuery, removeLab } from '../../lab/host/labs.ts';
import { missingGuestPrograms } from '../../lab/host/programs.ts';
import type { LabPlan } from '../../lab/network/prepare-lab.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Session } from '../session.ts';
import type { LabOptions, ReadyLab } from './lab-session.ts';
import { tidy } from './start-lab.ts';

/** Signals by which people end a command. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Where a lab is to run. */
export function backendFor(session: Session, { backend = 'auto' }: LabOptions, { unmet }: LabPlan): Backend {
  const inside = guestOf(session.io.env) !== undefined;
  return chooseBackend({ wish: backend, inGuest: inside, unmet, missing: missingGuestPrograms() });
}

/**
 * True where a lab that runs is in a guest.
 * @throws ExpectedError where the command line wants it elsewhere.
 */
export function isInGuest({ record }: KnownLab, { backend = 'auto' }: LabOptions): boolean {
  if (backend === 'auto' || backend === record.backend) return record.backend === 'uml';
  const place = { namespaces: 'in the running kernel', uml: 'in a guest' }[record.backend];
  throw new ExpectedError(`The lab of ${record.file} runs ${place}`, { hint: 'heddle lab down ends it' });
}

/** Runs something that a signal ends; where one did, this process ends as soon as that has come to its end. */
async function endedBySignals<Result>(act: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const ending = new AbortController();
  const interrupted = (): void => ending.abort();
  for (const signal of endings) process.on(signal, interrupted);
  try {
    return await act(ending.signal);
  } finally {
    for (const signal of endings) process.removeListener(signal, interrupted);
    if (ending.signal.aborted) process.exit(130);
  }
}

/** Runs the command of this process in a guest, by the same program. */
async function carryOn(
  session: Session,
  lab: KnownLab,
  { told, ...options }: { told: boolean; signal: AbortSignal; input?: Readable },
): Promise<ExitCode> {
  const request = {
    cwd: process.cwd(),
    command: [process.execPath, ...process.execArgv, packageProgram('cli/main'), ...session.argv],
    environment: session.io.env,
    told,
    folders: [packageFolder, dirname(process.execPath), dirname(lab.record.file)],
  };
  const status = await carry(lab, request, {
    onOutput: (text) => session.print(text),
    onError: (text) => session.tell(text),
    ...options,
  });
  return Object.values(exitCode).find((code) => code === status) ?? exitCode.problems;
}

/**
 * Runs this command in the guest of a running lab.
 * @param input what it reads.
 */
export async function inGuest(session: Session, lab: KnownLab, input?: Readable): Promise<ExitCode> {
  return endedBySignals((signal) => carryOn(session, lab, { told: false, signal, ...(input ? { input } : {}) }));
}

/** Boots a guest that runs this command; unless it is to stay and the command does what it should, it ends with it. */
async function boot(
  session: Session,
  query: LabQuery,
  { lab, cut }: ReadyLab,
  options: { transient: boolean },
): Promise<ExitCode> {
  await tidy(session, query.runtime);
  const devices = lab.running.length;
  return endedBySignals(async (signal) => {
    session.tell('Booting a guest with a kernel of its own.\n');
    const known = await bootGuest(query, { ...options, cut, devices, signal });
    let stays = false;
    try {
      const code = await carryOn(session, known, { told: true, signal });
      stays = !options.transient && code === exitCode.done && !signal.aborted;
      if (stays) noteReady(known.folder);
      return code;
    } finally {
      if (!stays) await removeLab(known);
    }
  });
}

/** Starts a lab in a guest, and leaves it running. */
export async function upInGuest(session: Session, query: LabQuery, ready: ReadyLab): Promise<ExitCode> {
  return boot(session, query, ready, { transient: false });
}

/** Runs this command in a guest that ends with it. */
export async function inNewGuest(session: Session, query: LabQuery, ready: ReadyLab): Promise<ExitCode> {
  return boot(session, query, ready, { transient: true });
}
