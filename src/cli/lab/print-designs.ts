import { printable } from '../../diagnostics/printable.ts';
import type { ComparedGroup, DesignComparison, DesignRun, GroupResult } from '../../lab/compare/design-comparison.ts';
import type { Spread } from '../../lab/fail/kind-summary.ts';
import { type Table, type TableFormat, printTable } from './print-table.ts';

const spread = ({ median, worst }: Spread): string => `${median} / ${worst} ms`;
const shown = (value: number | undefined): string => (value === undefined ? '-' : String(value));

function cellsOf(result: GroupResult | undefined): string[] {
  if (!result) return ['none', '', '', '', '', '', '', ''];
  return [
    String(result.failures),
    String(result.stranded),
    spread(result.outage),
    String(result.cut),
    spread(result.recovery),
    shown(result.routesChanged),
    shown(result.macsChanged),
    result.unpredicted === 0 ? 'yes' : `not after ${result.unpredicted}`,
  ];
}

/** A row for each design, one below the other. */
function rowsOf({ title, results }: ComparedGroup, designs: readonly DesignRun[]): string[][] {
  return designs.map(({ design }, index) => [
    index === 0 ? title : '',
    design,
    ...cellsOf(results.find((one) => one.design === design)),
  ]);
}

function failureTable({ groups, designs }: DesignComparison): Table {
  return {
    columns: [
      'failure',
      'design',
      'failures',
      'servers cut off',
      'outage: median / worst',
      'flows left cut',
      'on recovery: median / worst',
      'routes changed',
      'MACs changed',
      'routes as predicted',
    ],
    rows: groups.flatMap((group) => rowsOf(group, designs)),
  };
}

const listed = (values: readonly string[]): string => (values.length === 0 ? 'none' : values.join(', '));

function designTable({ designs }: DesignComparison): Table {
  return {
    columns: ['design', 'switches', 'servers', 'routes at the start after', 'BFD (ms)', 'OSPF (s)', 'BGP (s)'],
    rows: designs.map(({ design, run }) => [
      design,
      String(run.switches),
      String(run.servers),
      run.converged === undefined ? '-' : `${run.converged} s`,
      listed(run.timers.bfd),
      listed(run.timers.ospf),
      listed(run.timers.bgp),
    ]),
  };
}

/** What the labs do otherwise: what all of them do is said once. */
function noteLines(designs: readonly DesignRun[]): string[] {
  const all = new Set(designs.flatMap(({ run }) => run.notes));
  return [...all].map((note) => {
    const own = designs.filter(({ run }) => run.notes.includes(note));
    return own.length === designs.length ? `${note}.` : `${own.map(({ design }) => design).join(', ')}: ${note}.`;
  });
}

/** What the figures are of, and what they are not. */
function remarks({ designs, apart, limits }: DesignComparison): string[] {
  const [first] = designs;
  const pauses = designs.flatMap(({ run }) =>
    run.failures.flatMap(({ loss, recoveryLoss }) => [loss.pause, recoveryLoss.pause]),
  );
  const pause = Math.max(0, ...pauses);
  return [
    ...(first
      ? [
          `An outage is the longest run of lost packets of the worst flow of a failure: round trips of UDP, one in ${first.run.packetInterval} ms. Changed are entries of the switches that did not break, by the median. Servers cut off have no cable left to the fabric, by the worst failure; no flows are measured between them.`,
          `Linux ${first.run.kernel}, FRR ${first.run.frr}.`,
        ]
      : []),
    ...apart.map((what) => `Hard to compare: ${what}.`),
    ...(pause > 0 ? [`The machine paused a probe, for ${pause} ms at most: so much may be wrong in a figure.`] : []),
    ...limits,
    ...noteLines(designs),
  ];
}

/** Designs side by side: what each is, what failures did, and what to keep in mind. */
export function printDesigns(comparison: DesignComparison, format: TableFormat): string {
  const tables = [designTable(comparison), failureTable(comparison)];
  const lines = tables.flatMap((table) => [...printTable(table, format), '']);
  const said = remarks(comparison).map((one) => (format === 'markdown' ? `- ${one}` : one));
  return printable(`${[...lines, ...said].join('\n')}\n`);
}

/** The same for programs. */
export function designsJson(comparison: DesignComparison): string {
  return `${JSON.stringify(comparison, undefined, 2)}\n`;
}
