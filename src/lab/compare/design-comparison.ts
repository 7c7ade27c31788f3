import type { FailureReport } from '../fail/fail-lab.ts';
import type { FailureRun } from '../fail/failure-run.ts';
import { type KindSummary, summariseKinds } from '../fail/kind-summary.ts';
import { type FailureGroup, type Place, failureGroups, groupTitle } from './failure-group.ts';

/** Version of what is stored of a comparison. */
export const comparisonVersion = 1;

/** One design of a file, and what its failures did. */
export interface DesignRun {
  readonly design: string;
  readonly run: FailureRun;
  /** Where each failure of the run happens, and how many servers it leaves without a cable, by its name. */
  readonly effects: Readonly<Record<string, { readonly place: Place; readonly stranded: number }>>;
}

/** What the failures of a group did in one design; times as in `KindSummary`. */
export interface GroupResult extends KindSummary {
  readonly design: string;
  /** Most servers that one of the failures leaves without a cable to the fabric; no flows are measured between them. */
  readonly stranded: number;
  /** Median number of forwarding entries that the failures changed; absent where it was not counted. */
  readonly routesChanged?: number;
  readonly macsChanged?: number;
}

/** A group of failures, in every design that has it. */
export interface ComparedGroup extends FailureGroup {
  readonly title: string;
  /** In order of the designs. */
  readonly results: readonly GroupResult[];
}

/** Designs of one file, side by side. */
export interface DesignComparison {
  readonly version: typeof comparisonVersion;
  readonly fabric: string;
  readonly designs: readonly DesignRun[];
  readonly groups: readonly ComparedGroup[];
  /** What makes the runs hard to compare. */
  readonly apart: readonly string[];
  /** What the emulation does not show. */
  readonly limits: readonly string[];
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, z) => a - z)[Math.floor(values.length / 2)];
}

/** Medians of what was counted. */
function touched(reports: readonly FailureReport[]): Pick<GroupResult, 'routesChanged' | 'macsChanged'> {
  const counted = reports.flatMap((one) => one.changed ?? []);
  const [routesChanged, macsChanged] = [
    median(counted.map((one) => one.routes)),
    median(counted.map((one) => one.macs)),
  ];
  return {
    ...(routesChanged === undefined ? {} : { routesChanged }),
    ...(macsChanged === undefined ? {} : { macsChanged }),
  };
}

function resultOf({ design, run, effects }: DesignRun, { kind, place }: FailureGroup): GroupResult[] {
  const reports = run.failures.filter((one) => one.kind === kind && effects[one.scenario]?.place === place);
  const stranded = Math.max(0, ...reports.map(({ scenario }) => effects[scenario]?.stranded ?? 0));
  return summariseKinds(reports).map((summary) => ({ design, ...summary, stranded, ...touched(reports) }));
}

/** Facts that ought to be the same in both runs. */
const circumstances: readonly { readonly what: string; readonly of: (run: FailureRun) => string }[] = [
  { what: 'kernels', of: ({ kernel }) => kernel },
  { what: 'FRR', of: ({ frr }) => frr },
  { what: 'cuts', of: ({ cut }) => JSON.stringify(cut) },
  { what: 'servers', of: ({ servers }) => String(servers) },
  { what: 'packet intervals', of: ({ packetInterval }) => `${packetInterval} ms` },
];

function differences(designs: readonly DesignRun[]): string[] {
  return circumstances.flatMap(({ what, of }) => {
    const values = new Set(designs.map(({ run }) => of(run)));
    return values.size > 1 ? [`the ${what} are not the same: ${[...values].join(', ')}`] : [];
  });
}

/**
 * Puts runs of several designs of a file side by side, by groups of failures.
 * @param limits what the emulation does not show.
 */
export function compareDesigns(designs: readonly DesignRun[], limits: readonly string[]): DesignComparison {
  return {
    version: comparisonVersion,
    fabric: designs[0]?.run.fabric ?? '',
    designs,
    groups: failureGroups.flatMap((group) => {
      const results = designs.flatMap((one) => resultOf(one, group));
      return results.length === 0 ? [] : [{ ...group, title: groupTitle(group), results }];
    }),
    apart: differences(designs),
    limits,
  };
}
