import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { wiringHere } from '../../lab/host/kernel.ts';
import { type OpenLab, findLab, findRunning, openLab, removeLab } from '../../lab/host/labs.ts';
import type { LabPlan } from '../../lab/network/prepare-lab.ts';
import { testLab } from '../../lab/test/test-lab.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Session } from '../session.ts';
import { failCommand } from './fail-command.ts';
import type { FailOptions } from './fail-options.ts';
import { backendFor, inGuest, inNewGuest, isInGuest, upInGuest } from './in-guest.ts';
import {
  type LabOptions,
  type ReadyLab,
  compileForLab,
  cutOf,
  expectLabHost,
  expectNamespaces,
  queryOf,
} from './lab-session.ts';
import { printReport, reportJson } from './print-report.ts';
import { startLab, tellNotes, tidy } from './start-lab.ts';

/** Options of `heddle lab test`. */
export interface TestOptions extends LabOptions {
  readonly format: 'text' | 'json';
  readonly wait: number;
}

/** Starts a lab, and leaves it running. */
export async function up(session: Session, file: string, options: LabOptions): Promise<ExitCode> {
  expectLabHost();
  expectNamespaces();
  const query = queryOf(session, file, options);
  const known = findLab(query);
  if (known) throw new ExpectedError(`A lab of ${file} is ${known.state}`, { hint: 'heddle lab down removes it' });
  const ready = compileForLab(session, file, options, cutOf(options), await wiringHere());
  if (!ready) return exitCode.problems;
  if (backendFor(session, options, ready.lab) === 'uml') return upInGuest(session, query, ready);
  session.tell(`Starting ${ready.lab.running.length} devices in network namespaces.\n`);
  tellNotes(session, ready);
  await startLab(session, query, ready, { transient: false });
  session.print(`The lab of ${file} runs: ${ready.lab.running.length} devices.\n`);
  return exitCode.done;
}

/** Starts a lab where none runs, does something with it, and ends it again. */
async function inLab(
  session: Session,
  file: string,
  options: LabOptions,
  act: (open: OpenLab, ready: ReadyLab) => Promise<ExitCode>,
  check: (lab: LabPlan) => void = () => {},
): Promise<ExitCode> {
  expectLabHost();
  expectNamespaces();
  const query = queryOf(session, file, options);
  const known = findRunning(query);
  if (known && isInGuest(known, options)) return inGuest(session, known);
  const running = known && (await openLab(known));
  const ready = compileForLab(session, file, options, running?.cut ?? cutOf(options), await wiringHere());
  if (!ready) return exitCode.problems;
  if (!running && backendFor(session, options, ready.lab) === 'uml') return inNewGuest(session, query, ready);
  check(ready.lab);
  session.tell(`Testing ${ready.lab.running.length} devices in network namespaces.\n`);
  tellNotes(session, ready);
  const started = running ? undefined : await startLab(session, query, ready, { transient: true });
  try {
    return await act(running ?? started!.open, ready);
  } finally {
    await started?.end();
  }
}

/** Compares what a lab does with what is predicted. */
export async function test(session: Session, file: string, options: TestOptions): Promise<ExitCode> {
  return inLab(session, file, options, async ({ namespaces }, { lab }) => {
    const onStage = (stage: string): void => session.tell(`  ${stage}\n`);
    const report = await testLab(namespaces, lab, { wait: options.wait, onStage });
    session.print(
      options.format === 'json' ? reportJson(report, lab.notes) : printReport(report, session.paint(session.io.stdout)),
    );
    return report.findings.length === 0 ? exitCode.done : exitCode.problems;
  });
}

/** Makes failures, and counts what each loses. */
export async function fail(
  session: Session,
  file: string,
  words: readonly string[],
  options: FailOptions,
): Promise<ExitCode> {
  const { choose, act } = failCommand(session, words, options);
  return inLab(session, file, options, async (open, { lab }) => act(open, lab), choose);
}

/** Ends a lab, and removes what killed ones left. */
export async function down(session: Session, file: string, options: LabOptions): Promise<ExitCode> {
  expectLabHost();
  const query = queryOf(session, file, options);
  await tidy(session, query.runtime);
  const known = findLab(query);
  if (known) await removeLab(known);
  session.print(known ? `The lab of ${file} is gone.\n` : `No lab of ${file} runs.\n`);
  return exitCode.done;
}

/** Says whether a lab runs. */
export function status(session: Session, file: string, options: LabOptions): ExitCode {
  const known = findLab(queryOf(session, file, options));
  session.print(
    known ? `The lab of ${file} is ${known.state} since ${known.record.since}.\n` : `No lab of ${file} runs.\n`,
  );
  return known ? exitCode.done : exitCode.problems;
}
