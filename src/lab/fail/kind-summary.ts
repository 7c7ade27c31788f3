import type { FailureReport } from './fail-lab.ts';
import { type ScenarioKind, scenarioKinds } from './scenario.ts';

/** Median and worst of a figure over the failures of a kind. */
export interface Spread {
  readonly median: number;
  readonly worst: number;
}

/** What the failures of one kind did, each by its worst flow. */
export interface KindSummary {
  readonly kind: ScenarioKind;
  readonly failures: number;
  /** Longest loss of connectivity, in milliseconds, while it broke and while it came back. */
  readonly outage: Spread;
  readonly recovery: Spread;
  /** Flows that stayed cut, of all failures. */
  readonly cut: number;
  readonly reordered: number;
  /** Failures after which, or after whose end, routes were not the predicted ones. */
  readonly unpredicted: number;
}

/** Middle value; between two the higher one, so that it is one that was measured. */
function median(values: readonly number[]): number {
  return values.toSorted((a, z) => a - z)[Math.floor(values.length / 2)] ?? 0;
}

const spreadOf = (values: readonly number[]): Spread => ({ median: median(values), worst: Math.max(0, ...values) });

/** A summary of each kind that came. */
export function summariseKinds(reports: readonly FailureReport[]): KindSummary[] {
  return scenarioKinds.flatMap((kind) => {
    const own = reports.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const sum = (count: (one: FailureReport) => number): number => own.reduce((all, one) => all + count(one), 0);
    return [
      {
        kind,
        failures: own.length,
        outage: spreadOf(own.map(({ loss }) => loss.longest)),
        recovery: spreadOf(own.map(({ recoveryLoss }) => recoveryLoss.longest)),
        cut: sum(({ loss, recoveryLoss }) => loss.cut + recoveryLoss.cut),
        reordered: sum(({ loss, recoveryLoss }) => loss.reordered + recoveryLoss.reordered),
        unpredicted: own.filter(({ findings }) => findings.length > 0).length,
      },
    ];
  });
}
