import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { positionAt } from '../../src/diagnostics/span.ts';
import { lintFile } from '../../src/lint/lint-file.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { type FuzzCase, besideEach } from './fuzz-case.ts';
import { listFaults, outcomeFaults, printingFaults } from './judge.ts';

/** The same in every run, unless FUZZ_SEED says another. */
export const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_406);
/** FUZZ_TIMES makes a run longer. */
const times = Number(process.env['FUZZ_TIMES'] ?? 1);

export const casesOf = (count: number): number => Math.ceil(count * times);

/** Longest that a case may take, in seconds: the usual one takes hundredths, and a machine may be busy with other things. */
const patience = 60;
/** One in so many cases is looked at more closely. */
const closely = 10;
const environment = Object.fromEntries(
  ['NAME', 'OSPF_KEY', 'HEDDLE_OSPF_KEY', 'COMMUNITY', 'UPSTREAM_KEY'].map((name) => [name, 'for-tests']),
);

/** What came of the cases of a run. */
export interface Tally {
  cases: number;
  accepted: number;
  /** How often each code was found in a case. */
  readonly codes: Map<string, number>;
  /** In milliseconds. */
  slowest: number;
}

const described = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, message, hint, span, related }) => {
    const { line, column } = positionAt(span.file, span.start);
    return [span.file.path, line, column, span.end, code, message, hint, related.length].join(' ');
  });

/** Tries one case in a folder; throws with everything that is wrong. */
export function tryCase(folder: string, files: FuzzCase, tally: Tally): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  try {
    judgeCase(join(folder, 'topology.yaml'), files, tally);
  } finally {
    for (const name of Object.keys(files)) {
      const usual = besideEach[name];
      if (usual === undefined) rmSync(join(folder, name));
      else writeFileSync(join(folder, name), usual);
    }
  }
}

function judgeCase(file: string, files: FuzzCase, tally: Tally): void {
  const start = performance.now();
  const compilation = compile(file, { environment });
  const { diagnostics } = compilation;
  const input = Object.values(files).map(String).join('\n');
  const faults = [...listFaults(diagnostics), ...outcomeFaults(compilation, input)];
  if (++tally.cases % closely === 0) {
    const again = compile(file, { environment }).diagnostics;
    if (described(again).join('\n') !== described(diagnostics).join('\n')) faults.push('it is judged otherwise again');
    faults.push(...printingFaults(diagnostics, [file]), ...listFaults(lintFile(file).diagnostics));
  }
  const took = performance.now() - start;
  if (took > patience * 1000) faults.push(`it took ${Math.round(took / 1000)} s`);
  tally.slowest = Math.max(tally.slowest, took);
  if (!diagnostics.some(({ severity }) => severity === 'error')) tally.accepted++;
  for (const code of new Set(diagnostics.map((one) => one.code)))
    tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** The files of a case as a person can put them to the command line. */
function shown(files: FuzzCase): string {
  return Object.entries(files)
    .map(([name, content]) => {
      const text = typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
      return `${name}: ${text.length > 6000 ? `${JSON.stringify(text.slice(0, 300))}…` : JSON.stringify(text)}`;
    })
    .join('\n');
}

/** Where Linux keeps files in memory. */
const memory = '/dev/shm';

/** A folder for cases, by default in memory where the system has such a thing. */
export function fuzzFolder(parent = existsSync(memory) ? memory : tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'heddle-fuzz-'));
  for (const [name, content] of Object.entries(besideEach)) writeFileSync(join(folder, name), content);
  return folder;
}

/** What runs cases in a folder of the test file. */
export function useFuzzing(): (cases: fc.Arbitrary<FuzzCase>, count: number) => Tally {
  const folder = fuzzFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (cases, count) => {
    const tally: Tally = { cases: 0, accepted: 0, codes: new Map(), slowest: 0 };
    const check = fc.property(cases, (files) => tryCase(folder, files, tally));
    fc.assert(check, {
      seed,
      numRuns: count,
      reporter: ({ failed, counterexample, counterexamplePath, errorInstance }) => {
        if (!failed || !counterexample) return;
        const { stack = '' } = errorInstance as Error;
        throw new Error(`seed ${seed}, path ${counterexamplePath}: ${stack}\n${shown(counterexample[0])}`);
      },
    });
    return tally;
  };
}
