import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One end of a cable, as the cable plan names it. */
export interface CableEnd {
  readonly device: string;
  readonly port: string;
}

/** A row of the cable plan. */
export interface Cable {
  readonly a: CableEnd;
  readonly z: CableEnd;
}

/** A row of the address plan; `address` has the length of its prefix. */
export interface AddressRecord {
  readonly device: string;
  readonly interface: string;
  readonly address: string;
  readonly purpose: string;
  /** Of servers and their gateways. */
  readonly network: string | null;
  readonly rack: string | null;
}

/** A compiled output folder: plans, and the folders of its devices. */
export interface BuiltFabric {
  readonly cables: readonly Cable[];
  readonly addresses: readonly AddressRecord[];
  readonly switches: readonly { readonly name: string; readonly folder: string }[];
  readonly servers: readonly { readonly rack: string; readonly name: string; readonly folder: string }[];
}

function readCables(file: string): Cable[] {
  const [header = '', ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const columns = header.trim().split(',');
  return rows.map((row) => {
    const cells = row.trim().split(',');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    return {
      a: { device: cell('a_device'), port: cell('a_port') },
      // A port outside of the fabric has no name in the plan.
      z: { device: cell('z_device'), port: cell('z_port') || 'fabric' },
    };
  });
}

/** Reads a compiled output folder. */
export function readBuiltFabric(out: string): BuiltFabric {
  const plan = JSON.parse(readFileSync(join(out, 'addressing/addresses.json'), 'utf8')) as {
    addresses: AddressRecord[];
  };
  return {
    cables: readCables(join(out, 'cabling/cables.csv')),
    addresses: plan.addresses,
    switches: readdirSync(join(out, 'switches')).map((name) => ({ name, folder: join(out, 'switches', name) })),
    servers: readdirSync(join(out, 'servers')).flatMap((rack) =>
      readdirSync(join(out, 'servers', rack)).map((name) => ({ rack, name, folder: join(out, 'servers', rack, name) })),
    ),
  };
}

/** The prefix of an address in a /24. */
export function prefixOf(address: string): string {
  return address.replace(/\.\d+\/24$/, '.0/24');
}
