import { createHash } from 'node:crypto';
import { readdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { isRunning } from '../../files/is-running.ts';
import type { Cut } from '../network/cut.ts';
import { firstProcess } from './first-process.ts';
import { endHolder, firstInside, startHolder } from './holder.ts';
import { type Backend, type KnownLab, knownLabs, noteLab } from './lab-record.ts';
import { Namespaces } from './namespaces.ts';
import { identify } from './process-identity.ts';

/** Which lab is meant. */
export interface LabQuery {
  readonly runtime: string;
  /** Path of the topology file. */
  readonly file: string;
  readonly design?: string;
}

/** A lab whose namespaces are there. */
export interface OpenLab {
  readonly folder: string;
  readonly cut: Cut;
  /** When it was started, in ISO 8601. */
  readonly since: string;
  readonly namespaces: Namespaces;
}

function nameOf(file: string, design: string | undefined): string {
  const hash = createHash('sha256')
    .update(`${file}\0${design ?? ''}`)
    .digest('hex')
    .slice(0, 8);
  const stem = basename(file)
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\w-]/g, '-')
    .slice(0, 40);
  return `${stem}-${hash}`;
}

/** The noted lab of a file; the design decides where there are several. */
export function findLab({ runtime, file, design }: LabQuery): KnownLab | undefined {
  const path = realpathSync(file);
  const labs = knownLabs(runtime).filter(
    ({ record, state }) =>
      state !== 'dead' && record.file === path && (design === undefined || record.design === design),
  );
  if (labs.length < 2) return labs[0];
  const designs = labs.map(({ record }) => record.design ?? "the file's own");
  throw new ExpectedError(`Several labs of ${file} run: ${designs.join(', ')}`, { hint: 'say which with --design' });
}

/** Ends a lab and removes what is left of it. */
export async function removeLab({ folder, record }: KnownLab): Promise<void> {
  await endHolder(record.holder);
  rmSync(folder, { recursive: true, force: true });
}

/** Removes what killed labs left; gives their names. */
export async function removeDead(runtime: string): Promise<string[]> {
  const dead = knownLabs(runtime).filter(({ state }) => state === 'dead');
  for (const lab of dead) await removeLab(lab);
  for (const name of dead.length > 0 || knownLabs(runtime).length === 0 ? entries(runtime) : []) {
    const pid = /^\..+-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(runtime, name), { recursive: true, force: true });
  }
  return dead.map(({ record }) => record.name);
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The namespaces of a lab. */
export async function openLab({ folder, record }: KnownLab): Promise<OpenLab> {
  for (let tries = 0; tries < 100; tries++) {
    const first = firstInside(record.holder);
    if (first) return { folder, cut: record.cut, since: record.since, namespaces: new Namespaces(first) };
    await sleep(20);
  }
  throw new ExpectedError(`The lab ${record.name} has no process: namespaces are not allowed here`);
}

/** How a lab is to be held. */
export interface NewLab {
  /** The lab ends with this process, however that ends. */
  readonly transient: boolean;
  readonly cut: Cut;
  readonly backend: Backend;
  /** Shell program of its first process, which gets the words that `words` makes of the lab's folder. */
  readonly first: string;
  readonly words: (folder: string) => readonly string[];
  /** Writes what the first process needs into the lab's folder. */
  readonly prepare?: (folder: string) => void;
}

/** Notes a new lab, and lets its first process go. */
export async function beginLab({ runtime, file, design }: LabQuery, lab: NewLab): Promise<KnownLab> {
  const path = realpathSync(file);
  const name = nameOf(path, design);
  const folder = join(runtime, name);
  const creator = identify(process.pid);
  if (!creator) throw new ExpectedError('A lab needs /proc');
  const holder = startHolder({ transient: lab.transient, first: lab.first, words: lab.words(folder) });
  const record = {
    name,
    file: path,
    ...(design === undefined ? {} : { design }),
    backend: lab.backend,
    cut: lab.cut,
    holder: holder.identity,
    creator,
    since: new Date().toISOString(),
  };
  if (!noteLab(runtime, record)) {
    await endHolder(holder.identity);
    throw new ExpectedError(`A lab of ${file} is there, or is just being started`, {
      hint: 'heddle lab status says which, heddle lab down removes it',
    });
  }
  lab.prepare?.(folder);
  holder.release();
  return { folder, record, state: 'starting' };
}

/**
 * Makes the empty namespaces of a new lab, and notes it.
 * @param options.transient the lab ends with this process, however that ends.
 */
export async function createLab(
  query: LabQuery,
  options: { transient: boolean; cut: Cut },
): Promise<{ known: KnownLab; open: OpenLab }> {
  const lab = { ...options, backend: 'namespaces', first: firstProcess, words: (folder: string) => [folder] } as const;
  const known = await beginLab(query, lab);
  return { known, open: await openLab(known) };
}

/**
 * The noted lab of a file, which runs.
 * @throws ExpectedError where it is just being started.
 */
export function findRunning(query: LabQuery): KnownLab | undefined {
  const known = findLab(query);
  if (known?.state === 'starting') throw new ExpectedError(`The lab of ${query.file} is just being started`);
  return known;
}
