import { formatInterfaceAddress } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Artifact } from '../artifact.ts';
import { csv } from '../csv.ts';
import type { SpellInterface } from '../spell-interface.ts';

/** Columns of the CSV and keys of the JSON, in order. */
const columns = ['device', 'interface', 'address', 'purpose', 'network', 'rack', 'zone'] as const;

/** A row of the address plan as both files give it; null where it does not apply. */
type Row = Readonly<Record<(typeof columns)[number], string | null>>;

function* rowsOf(plan: Plan, spell: SpellInterface): Generator<Row> {
  for (const record of plan.addresses) {
    yield {
      device: record.device,
      interface: spell(record.device, record.interface),
      address: formatInterfaceAddress(record),
      purpose: record.purpose,
      network: record.network ?? null,
      rack: record.rack?.name ?? null,
      zone: record.rack?.zone.name ?? null,
    };
  }
}

/** The address plan, as a table for people and as JSON for programs, one address a line in both. */
export function* addressArtifacts(plan: Plan, spell: SpellInterface): Generator<Artifact> {
  const rows = [...rowsOf(plan, spell)];
  yield {
    path: 'addressing/addresses.csv',
    content: csv(
      columns,
      rows.map((row) => columns.map((column) => row[column] ?? '')),
    ),
  };
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`);
  yield {
    path: 'addressing/addresses.json',
    content: `{\n  "addresses": [\n${lines.join(',\n')}\n  ]\n}\n`,
  };
}
