import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { attempt } from '../../files/attempt.ts';
import { packageProgram } from '../../files/package.ts';
import { type DesignRun, compareDesigns } from '../../lab/compare/design-comparison.ts';
import { placeOf, sampleScenarios } from '../../lab/compare/failure-group.ts';
import { strandedServers } from '../../lab/compare/stranded.ts';
import { emulationLimits } from '../../lab/compare/limits.ts';
import type { FailureRun } from '../../lab/fail/failure-run.ts';
import type { ScenarioKind } from '../../lab/fail/scenario.ts';
import { scenariosOf } from '../../lab/fail/scenarios.ts';
import { type Wiring, wiringHere } from '../../lab/host/kernel.ts';
import type { Backend } from '../../lab/host/lab-record.ts';
import type { LabPlan } from '../../lab/network/prepare-lab.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { Session } from '../session.ts';
import { backendFor } from './in-guest.ts';
import { type LabOptions, compileForLab, cutOf, expectLabHost } from './lab-session.ts';
import { designsJson, printDesigns } from './print-designs.ts';

/** Options of `heddle lab compare`. */
export interface CompareOptions extends Omit<LabOptions, 'design'> {
  readonly design: readonly string[];
  readonly perGroup: number;
  readonly format: 'text' | 'json' | 'markdown';
  readonly wait: number;
  readonly kinds?: readonly ScenarioKind[];
  readonly save?: string;
}

/** A design and how its lab is cabled. */
interface ReadyDesign {
  readonly design: string;
  readonly lab: LabPlan;
}

/** Compiles the file in each design; undefined where there are errors, which are printed. */
function compileAll(
  session: Session,
  file: string,
  { design: designs, ...options }: CompareOptions,
  wiring: Wiring,
): ReadyDesign[] | undefined {
  const ready = designs.map((design) => ({
    design,
    lab: compileForLab(session, file, { ...options, design }, cutOf(options), wiring)?.lab,
  }));
  return ready.every((one): one is ReadyDesign => one.lab !== undefined) ? ready : undefined;
}

/** The command line by which this program makes failures in one design. */
function failCommand(
  file: string,
  design: string,
  names: readonly string[],
  { wait, redact, racks, serversPerRack }: CompareOptions,
  backend: Backend,
): string[] {
  return [
    ...process.execArgv,
    packageProgram('cli/main'),
    'lab',
    'fail',
    '--format',
    'json',
    '--design',
    design,
    '--backend',
    backend,
    '--wait',
    String(wait),
    ...(redact ? ['--redact'] : []),
    ...(racks ? ['--racks', racks.join(',')] : []),
    ...(serversPerRack === undefined ? [] : ['--servers-per-rack', String(serversPerRack)]),
    '--',
    file,
    ...names,
  ];
}

/**
 * Runs this program again, which starts a lab, breaks it and ends it; gives what it prints. Signals are handed on to it
 * alone, so that it gets each once, and end this process when it has ended its lab.
 */
async function runAgain(session: Session, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: session.io.env,
      detached: true,
    });
    let isEnding = false;
    const end = (signal: NodeJS.Signals): void => {
      isEnding = true;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, end);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => session.tell(text));
    child.on('error', reject).on('close', () => {
      for (const signal of signals) process.removeListener(signal, end);
      if (isEnding) process.exit(130);
      resolve(output);
    });
  });
}

async function runDesign(
  session: Session,
  file: string,
  { design, lab }: ReadyDesign,
  options: CompareOptions,
  backend: Backend,
): Promise<DesignRun> {
  const { running } = lab;
  const all = scenariosOf(lab).filter(({ kind }) => options.kinds?.includes(kind) ?? true);
  const chosen = sampleScenarios(all, running, options.perGroup);
  session.tell(`${design}: ${chosen.length} of ${all.length} failures.\n`);
  const names = chosen.map(({ name }) => name);
  const output = await runAgain(session, failCommand(file, design, names, options, backend));
  // What went wrong has been printed by then.
  if (!output.startsWith('{')) throw new ExpectedError(`No failures could be made in the design ${design}`);
  return {
    design,
    run: JSON.parse(output) as FailureRun,
    effects: Object.fromEntries(
      chosen.map((one) => [one.name, { place: placeOf(one, running), stranded: strandedServers(one, running) }]),
    ),
  };
}

/** Makes the same kinds of failures in several designs of a file, in kernels of one kind, and puts the results side by side. */
export async function compare(session: Session, file: string, options: CompareOptions): Promise<ExitCode> {
  expectLabHost();
  const designs = [...new Set(options.design)];
  if (designs.length < 2) throw new ExpectedError('Say two designs, each with --design');
  const here = await wiringHere();
  const ready = compileAll(session, file, options, here);
  if (!ready) return exitCode.problems;
  const { backend: wish = 'auto' } = options;
  const backends = ready.map(({ lab }) => backendFor(session, { backend: wish }, lab));
  const backend = backends.includes('uml') ? 'uml' : 'namespaces';
  const quiet = new Session({ ...session.io, stderr: { write: () => true } }, session.argv);
  const wired = backend === 'uml' && here !== 'native' ? compileAll(quiet, file, options, 'native') : ready;
  const runs: DesignRun[] = [];
  for (const one of wired ?? []) runs.push(await runDesign(session, file, one, options, backend));
  const comparison = compareDesigns(runs, emulationLimits);
  const { save, format } = options;
  if (save !== undefined) attempt(`write ${save}`, () => writeFileSync(save, designsJson(comparison)));
  session.print(format === 'json' ? designsJson(comparison) : printDesigns(comparison, format));
  return exitCode.done;
}
