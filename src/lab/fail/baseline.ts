import { readFileSync } from 'node:fs';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { type FailureRun, runVersion } from './failure-run.ts';

/** A figure of a run, and what it was in an earlier one. */
export interface Change {
  /** Name of the failure, or of the kind. */
  readonly name: string;
  /** Longest loss of connectivity in milliseconds: of the worst flow, or of a kind the median over its failures. */
  readonly before: number;
  readonly now: number;
  /** How many times as long it is; losses below one packet interval count as one. */
  readonly ratio: number;
}

/** A run against an earlier one. */
export interface Comparison {
  readonly failures: readonly Change[];
  readonly kinds: readonly Change[];
  /** Failures that now leave flows cut, and did not. */
  readonly newlyCut: readonly string[];
  /** What makes the two hard to compare: another kernel, design, cut. */
  readonly apart: readonly string[];
}

/**
 * Reads a run that was stored as JSON.
 * @throws ExpectedError where the file is none.
 */
export function readRun(file: string): FailureRun {
  let run: unknown;
  try {
    run = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ExpectedError(`Cannot read ${file}: ${(error as Error).message}`);
  }
  const { version, failures, kinds } = (run ?? {}) as Partial<Record<keyof FailureRun, unknown>>;
  if (version !== runVersion || !Array.isArray(failures) || !Array.isArray(kinds)) {
    throw new ExpectedError(`${file} is no run of failures of version ${runVersion}`, {
      hint: 'heddle lab fail --format json prints one',
    });
  }
  return run as FailureRun;
}

const cutOf = ({ loss, recoveryLoss }: FailureRun['failures'][number]): number => loss.cut + recoveryLoss.cut;

function change(name: string, before: number, now: number, least: number): Change {
  return { name, before, now, ratio: Math.round((Math.max(now, least) / Math.max(before, least)) * 100) / 100 };
}

/** What is said to be another, if it is. */
function difference(what: string, before: unknown, now: unknown): string[] {
  const [a, z] = [before, now].map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  return a === z ? [] : [`${what}: ${z}, was ${a}`];
}

/** Compares a run with an earlier one, by the failures that both have. */
export function compareRuns(before: FailureRun, now: FailureRun): Comparison {
  const least = now.packetInterval;
  const known = new Map(before.failures.map((one) => [one.scenario, one]));
  const knownKinds = new Map(before.kinds.map((one) => [one.kind, one]));
  const both = now.failures.flatMap((own) => {
    const other = known.get(own.scenario);
    return other ? [{ own, other }] : [];
  });
  return {
    failures: both.map(({ own, other }) => change(own.scenario, other.loss.longest, own.loss.longest, least)),
    kinds: now.kinds.flatMap((own) => {
      const other = knownKinds.get(own.kind);
      return other ? [change(own.kind, other.outage.median, own.outage.median, least)] : [];
    }),
    newlyCut: both.filter(({ own, other }) => cutOf(own) > 0 && cutOf(other) === 0).map(({ own }) => own.scenario),
    apart: [
      ...difference('kernel', before.kernel, now.kernel),
      ...difference('FRR', before.frr, now.frr),
      ...difference('fabric', before.fabric, now.fabric),
      ...difference('design', before.design, now.design),
      ...difference('cut', before.cut, now.cut),
      ...difference('timers', before.timers, now.timers),
    ],
  };
}
