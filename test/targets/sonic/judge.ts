import { Ajv } from 'ajv';
import { type Leaf, type TableModel, tables } from './yang-tables.ts';

const ajv = new Ajv({ allErrors: true, strict: true });
ajv.addKeyword({
  keyword: 'decimalIn',
  type: 'string',
  schemaType: 'array',
  validate: ([low, high]: readonly [number, number], value: string) =>
    /^(0|[1-9]\d*)$/.test(value) && Number(value) >= low && Number(value) <= high,
});

function leafSchema(leaf: Leaf): object {
  if ('words' in leaf) return { type: 'string', enum: leaf.words };
  if ('range' in leaf) return { type: 'string', decimalIn: leaf.range };
  if ('list' in leaf) return { type: 'array', minItems: 1, items: { type: 'string', pattern: `^(?:${leaf.list})$` } };
  return { type: 'string', pattern: `^(?:${leaf.pattern})$` };
}

function tableSchema({ keys, fields, mandatory = [] }: TableModel): object {
  const forms = keys.map((parts) => parts.map((part) => `(?:${part})`).join('\\|'));
  return {
    type: 'object',
    minProperties: 1,
    propertyNames: { type: 'string', pattern: `^(?:${forms.join('|')})$` },
    additionalProperties: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, leaf]) => [name, leafSchema(leaf)])),
      required: mandatory,
      additionalProperties: false,
    },
  };
}

const validate = ajv.compile({
  type: 'object',
  properties: Object.fromEntries(Object.entries(tables).map(([name, model]) => [name, tableSchema(model)])),
  required: ['DEVICE_METADATA', 'PORT'],
  additionalProperties: false,
});

export type ConfigDb = Record<string, Record<string, Record<string, string | string[]>>>;

const names = (config: ConfigDb, ...from: readonly string[]): Set<string> =>
  new Set(from.flatMap((table) => Object.keys(config[table] ?? {})));

/** Leafrefs: the part of a table's keys at `part`, or a field, and the tables of which it must be a key. */
const references: readonly { table: string; part?: number; field?: string; to: readonly string[] }[] = [
  { table: 'INTERFACE', part: 0, to: ['PORT'] },
  { table: 'PORTCHANNEL_INTERFACE', part: 0, to: ['PORTCHANNEL'] },
  { table: 'PORTCHANNEL_MEMBER', part: 0, to: ['PORTCHANNEL'] },
  { table: 'PORTCHANNEL_MEMBER', part: 1, to: ['PORT'] },
  { table: 'PORT_STORM_CONTROL', part: 0, to: ['PORT'] },
  { table: 'VLAN_INTERFACE', part: 0, to: ['VLAN'] },
  { table: 'VLAN_MEMBER', part: 0, to: ['VLAN'] },
  { table: 'VLAN_MEMBER', part: 1, to: ['PORT', 'PORTCHANNEL'] },
  { table: 'COPP_TRAP', field: 'trap_group', to: ['COPP_GROUP'] },
  { table: 'DHCP_RELAY', part: 0, to: ['VLAN'] },
  { table: 'MGMT_INTERFACE', part: 0, to: ['MGMT_PORT'] },
  ...['INTERFACE', 'PORTCHANNEL_INTERFACE', 'VLAN_INTERFACE', 'VLAN_SUB_INTERFACE'].map((table) => ({
    table,
    field: 'vrf_name',
    to: ['VRF'],
  })),
];

function danglingReferences(config: ConfigDb): string[] {
  return references.flatMap(({ table, part, field, to }) => {
    const known = names(config, ...to);
    return Object.entries(config[table] ?? {}).flatMap(([key, entry]) => {
      const value = field === undefined ? key.split('|')[part ?? 0] : entry[field];
      return typeof value !== 'string' || known.has(value) ? [] : [`${table}|${key}: no ${value} in ${to.join(', ')}`];
    });
  });
}

/** The `must` statements of sonic-vlan, sonic-interface and sonic-vlan-sub-interface, and what portsorch wants of lanes. */
function brokenRules(config: ConfigDb): string[] {
  const found: string[] = [];
  const lanes = new Map<string, string>();
  for (const [name, entry] of Object.entries(config['PORT'] ?? {})) {
    for (const lane of String(entry['lanes']).split(',')) {
      const other = lanes.get(lane);
      if (other !== undefined) found.push(`lane ${lane} of ${name} is one of ${other}`);
      lanes.set(lane, name);
    }
  }
  const members = new Set([...names(config, 'PORTCHANNEL_MEMBER')].map((key) => key.split('|')[1]));
  const routed = names(config, 'INTERFACE', 'PORTCHANNEL_INTERFACE');
  const untagged = new Set<string>();
  for (const [key, entry] of Object.entries(config['VLAN_MEMBER'] ?? {})) {
    const port = key.split('|')[1]!;
    if (members.has(port)) found.push(`${key}: a member of a port channel`);
    if (routed.has(port)) found.push(`${key}: a router interface`);
    if (entry['tagging_mode'] === 'untagged' && untagged.has(port)) found.push(`${key}: untagged twice`);
    if (entry['tagging_mode'] === 'untagged') untagged.add(port);
  }
  for (const [name, entry] of Object.entries(config['VLAN'] ?? {})) {
    if (name !== `Vlan${String(entry['vlanid'])}`) found.push(`${name}: vlanid ${String(entry['vlanid'])}`);
  }
  for (const table of [
    'INTERFACE',
    'LOOPBACK_INTERFACE',
    'PORTCHANNEL_INTERFACE',
    'VLAN_INTERFACE',
    'VLAN_SUB_INTERFACE',
  ]) {
    for (const key of names(config, table)) {
      const [name = ''] = key.split('|');
      if (!names(config, table).has(name)) found.push(`${table}|${key}: no ${name}`);
    }
  }
  const parents = names(config, 'PORT', 'PORTCHANNEL');
  for (const key of names(config, 'VLAN_SUB_INTERFACE')) {
    const [name = ''] = key.split('|');
    const parent = name.split('.')[0]!.replace(/^Eth/, 'Ethernet').replace(/^Po/, 'PortChannel');
    if (name.length > 15 || !parents.has(parent)) found.push(`VLAN_SUB_INTERFACE|${key}: no ${parent}`);
  }
  return found;
}

/** What is wrong with a config_db.json; nothing where it is right. */
export function judge(config: ConfigDb): string[] {
  validate(config);
  const errors = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  return [...errors, ...danglingReferences(config), ...brokenRules(config)];
}
