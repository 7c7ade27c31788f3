import { printable } from '../../diagnostics/printable.ts';
import type { Comparison } from '../../lab/fail/baseline.ts';
import type { FailureReport } from '../../lab/fail/fail-lab.ts';
import type { FailureRun } from '../../lab/fail/failure-run.ts';
import type { KindSummary, Spread } from '../../lab/fail/kind-summary.ts';
import type { Finding } from '../../lab/state/finding.ts';
import { countOf } from '../tally.ts';
import { comparisonTables } from './print-comparison.ts';
import { type Table, type TableFormat, printTable } from './print-table.ts';

/** Most differences of one failure that are printed. */
const mostShown = 5;

const predictedText = (count: number): string => (count === 0 ? 'yes' : `no: ${countOf(count, 'difference')}`);

function failureRow(report: FailureReport): string[] {
  const { scenario, loss, recoveryLoss, findings, settled, recovered, unsteady } = report;
  const isDisturbed = unsteady || [loss, recoveryLoss].some(({ pause, overrun }) => pause > 0 || overrun > 0);
  return [
    `${scenario}${isDisturbed ? ' *' : ''}`,
    `${loss.affected}/${loss.flows}`,
    `${loss.longest} ms`,
    String(loss.cut),
    `${recoveryLoss.longest} ms`,
    String(recoveryLoss.cut),
    String(loss.reordered + recoveryLoss.reordered),
    settled !== undefined && recovered !== undefined && findings.length === 0
      ? 'yes'
      : predictedText(Math.max(1, findings.length)),
  ];
}

const spreadText = ({ median, worst }: Spread): string => `${median} / ${worst} ms`;

function kindRow(one: KindSummary): string[] {
  return [
    one.kind,
    String(one.failures),
    spreadText(one.outage),
    spreadText(one.recovery),
    String(one.cut),
    String(one.reordered),
    one.unpredicted === 0 ? 'yes' : `not after ${one.unpredicted}`,
  ];
}

function tablesOf({ failures, kinds }: FailureRun): Table[] {
  const perFailure = {
    columns: [
      'failure',
      'flows hit',
      'worst flow',
      'still cut',
      'on recovery',
      'still cut',
      'reordered',
      'routes as predicted',
    ],
    rows: failures.map(failureRow),
  };
  const perKind = {
    columns: ['kind', 'failures', 'median / worst', 'on recovery', 'still cut', 'reordered', 'routes as predicted'],
    rows: kinds.map(kindRow),
  };
  return failures.length > kinds.length ? [perFailure, perKind] : [perFailure];
}

const findingText = (of: string, { device, subject, predicted, found }: Finding): string =>
  `${of}: ${device} ${subject}: predicted ${predicted}, found ${found}`;

function differenceLines({ failures, unmade, rest }: FailureRun): string[] {
  return [
    ...unmade.map(({ scenario, reason }) => `${scenario}: not made, ${reason}`),
    ...failures.flatMap(({ scenario, findings }) =>
      findings.slice(0, mostShown).map((one) => findingText(scenario, one)),
    ),
    ...rest.slice(0, mostShown).map((one) => findingText('when all was mended', one)),
  ];
}

/** What a run says of itself. */
function remarks(run: FailureRun): string[] {
  const losses = run.failures.flatMap(({ loss, recoveryLoss }) => [loss, recoveryLoss]);
  const pause = Math.max(0, ...losses.map((one) => one.pause));
  const overrun = losses.reduce((all, one) => all + one.overrun, 0);
  const unsteady = run.failures.filter((one) => one.unsteady).length;
  const timers = [
    run.timers.bfd.length > 0 ? `BFD ${run.timers.bfd.join(', ')} ms` : 'no BFD',
    ...(run.timers.ospf.length > 0 ? [`OSPF ${run.timers.ospf.join(', ')} s`] : []),
    ...(run.timers.bgp.length > 0 ? [`BGP ${run.timers.bgp.join(', ')} s`] : []),
  ];
  return [
    `Round trips of UDP packets, each flow one in ${run.packetInterval} ms; the worst flow is the longest run of lost packets.`,
    `${run.design}, ${countOf(run.switches, 'switch', 'switches')}, ${countOf(run.servers, 'server')}; ${timers.join('; ')}; Linux ${run.kernel}, FRR ${run.frr}.`,
    ...(pause > 0
      ? [`* The machine paused a probe, for ${pause} ms at most: so much may be wrong in either direction.`]
      : []),
    ...(unsteady > 0
      ? [`* After ${countOf(unsteady, 'failure')} routes changed once more when they had been as predicted.`]
      : []),
    ...(overrun > 0
      ? [`* ${countOf(overrun, 'packet')} of the lost ones reached a probe, which was too slow to read them.`]
      : []),
  ];
}

/** A table of failures, of their kinds, and the first differences of each. */
export function printFailures(run: FailureRun, format: TableFormat, comparison?: Comparison): string {
  const tables = [...tablesOf(run), ...(comparison ? comparisonTables(comparison) : [])];
  const lines = tables.flatMap((table) => [...printTable(table, format), '']);
  const differences = differenceLines(run);
  const rest = [...differences, ...(differences.length > 0 && format === 'markdown' ? [''] : []), ...remarks(run)];
  return printable(`${[...lines, ...rest].join('\n')}\n`);
}

const isOff = ({ loss, recoveryLoss, findings, settled, recovered }: FailureReport): boolean =>
  loss.cut > 0 || recoveryLoss.cut > 0 || findings.length > 0 || settled === undefined || recovered === undefined;

/** True where a failure left flows cut or could not be made, or routers were not as predicted. */
export function isBad({ failures, unmade, rest }: FailureRun): boolean {
  return rest.length > 0 || unmade.length > 0 || failures.some(isOff);
}

/** The same for programs. */
export function failuresJson(run: FailureRun, comparison?: Comparison): string {
  return `${JSON.stringify({ ...run, ...(comparison ? { comparison } : {}) }, undefined, 2)}\n`;
}
