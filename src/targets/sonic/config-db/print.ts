import type { Table, Tables } from './tables.ts';

/** Compares by code units, but runs of digits as the numbers they are: Ethernet4 before Ethernet10. */
export function compareNaturally(a: string, b: string): number {
  const [left, right] = [a.split(/(\d+)/), b.split(/(\d+)/)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one, other] = [left[index]!, right[index]!];
    if (one === other) continue;
    // Runs of digits are at odd places.
    const difference = index % 2 === 1 ? Number(one) - Number(other) : 0;
    if (difference !== 0) return difference;
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

function sorted<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).toSorted(([a], [b]) => compareNaturally(a, b));
}

const sortTable = (table: Table): Table =>
  Object.fromEntries(sorted(table).map(([key, entry]) => [key, Object.fromEntries(sorted(entry))]));

/** The text of a config_db.json as `sonic-cfggen --print-data` writes it: four spaces, ports in the order of their numbers. */
export function printTables(tables: Tables): string {
  const filled = sorted(tables).filter(([, table]) => Object.keys(table).length > 0);
  return `${JSON.stringify(Object.fromEntries(filled.map(([name, table]) => [name, sortTable(table)])), null, 4)}\n`;
}
