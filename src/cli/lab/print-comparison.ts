import type { Change, Comparison } from '../../lab/fail/baseline.ts';
import type { Table } from './print-table.ts';

/** From how many times as long on a change is worth telling. */
const notable = 1.5;

const row = ({ name, before, now, ratio }: Change): string[] => [name, `${before} ms`, `${now} ms`, `x ${ratio}`];

/** Kinds, and the failures whose worst flow was cut for much longer or shorter than in the earlier run. */
export function comparisonTables({ failures, kinds }: Comparison): Table[] {
  const changed = failures.filter(({ ratio }) => ratio >= notable || ratio <= 1 / notable);
  const figures = ['before', 'now', 'ratio'];
  return [
    { columns: ['kind (median)', ...figures], rows: kinds.map(row) },
    ...(changed.length > 0
      ? [{ columns: ['failure that changed (worst flow)', ...figures], rows: changed.map(row) }]
      : []),
  ];
}

/** What to warn of. */
export function comparisonWarnings({ newlyCut, apart, failures }: Comparison): string[] {
  const slower = failures.filter(({ ratio }) => ratio >= 2).length;
  return [
    ...apart.map((what) => `the earlier run differs: ${what}`),
    ...newlyCut.map((name) => `flows stay cut that did not: ${name}`),
    ...(slower > 0 ? [`${slower} of ${failures.length} failures cut flows for twice as long or longer`] : []),
  ];
}
