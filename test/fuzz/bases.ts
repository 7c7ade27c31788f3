import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanations } from '../../src/pipeline/explanations.ts';
import { exampleTopology } from '../../src/rules/example.ts';
import type { Schema } from '../../src/topology/schema/common.ts';
import { topologySchema } from '../../src/topology/schema/schema.ts';
import { baseTopology } from '../injection/base-topology.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const committed = (name: string): string => read(`topologies/${name}.yaml`);

/** The smallest fabric with two of everything that comes in pairs: it compiles in no time. */
const tiny = `# As little as can be.
name: tiny
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 2, speed: 10G }] }
  leafs:
    platform: linux
    os: frr
    ports: [{ count: 2, speed: 10G, use: access }, { count: 2, speed: 10G, use: uplink }]
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24 }
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
racks:
  - name: r1
    servers:
      - { name: web, role: web, nics: { speed: 10G }, networks: [service] }
`;

/** Valid files that are changed: small, and with every section of the schema in one or another. */
export const bases: readonly string[] = [
  tiny,
  exampleTopology,
  committed('two-rack'),
  committed('tenants'),
  committed('ebgp-unnumbered'),
  committed('border'),
  read('test/extra/extra.yaml'),
  `${JSON.stringify({ ...baseTopology, templates: undefined }, null, 2)}\n`,
];

/** A lock file that a build of {@link lockedBase} left. */
export const lockedBase = committed('two-rack');
export const lockOfBase = read('topologies/two-rack.lock.json');

/** A config that gives every rule that may have one another severity or threshold. */
export const configOfBase = [
  'rules:',
  ...explanations
    .filter(({ severity }) => severity !== 'error')
    .map(({ name, thresholds = {} }, at) => {
      const limits = Object.entries(thresholds).map(([key, { minimum }]) => `, ${key}: ${minimum}`);
      return `  ${name}: { severity: ${['off', 'info', 'warning', 'error'][at % 4]!}${limits.join('')} } # ${at}`;
    }),
  '',
].join('\n');

/** Files whose parts are put into others: right ones, and the examples of every mistake. */
export const donors: readonly string[] = [
  ...bases,
  ...['dual-stack', 'mlag-leafs', 'routed-hosts', 'mixed-vendor'].map(committed),
  ...explanations.flatMap(({ example }) => [example.wrong, example.right]),
];

/** What the schema says: the names of all properties, and words that are allowed somewhere. */
function words(schema: Schema, names: Set<string>, choices: Set<string>): void {
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name);
    if (key === 'enum' || key === 'examples') for (const one of value as unknown[]) choices.add(JSON.stringify(one));
    if (typeof value === 'object' && value !== null) words(value as Schema, names, choices);
  }
}

const names = new Set<string>();
const choices = new Set<string>();
words(topologySchema, names, choices);

/** Every property that the schema has somewhere. */
export const propertyNames: readonly string[] = [...names].sort();
/** Every choice and example that it gives. */
export const schemaValues: readonly string[] = [...choices].sort();
