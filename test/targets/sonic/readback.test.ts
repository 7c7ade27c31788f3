import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import type { RenderedFile } from '../../../src/render/rendered-file.ts';
import type * as Templates from '../../../src/render/templates.ts';
import { spellInterface } from '../../../src/targets/sonic/names.ts';
import { target } from '../../../src/targets/sonic/target.ts';
import { readModel } from '../../readback/read-model.ts';
import type { Reading } from '../../readback/reading.ts';
import { read } from '../../readback/sonic.ts';
import { sonicDevices } from './devices.ts';
import type { ConfigDb } from './judge.ts';
import { context } from './parts.ts';
import { tables } from './yang-tables.ts';

const dropped = vi.hoisted(() => new Set<string>());

vi.mock('../../../src/render/templates.ts', async (original) => {
  const real = await original<typeof Templates>();
  return {
    ...real,
    stanzas: (folder: string) => {
      const render = real.stanzas(folder);
      return (name: string, view: object) => (dropped.has(`${folder}/${name}`) ? '' : render(name, view));
    },
  };
});

afterEach(() => dropped.clear());

/** One difference that SONiC makes: it has no spanning tree. */
function asSonicCan(device: SwitchDevice): Reading {
  const { spanningTreePriority: _none, ...rest } = readModel(device, spellInterface);
  return rest;
}

const devices = Object.entries(sonicDevices);
const filesOf = (device: SwitchDevice): RenderedFile[] => target.render(device, context);

/** Some device of which the changed files say something else than its model. */
const tells = (change: (files: RenderedFile[]) => RenderedFile[]): boolean =>
  devices.some(([, device]) => !isDeepStrictEqual(read(change(filesOf(device))), asSonicCan(device)));

describe('the files of a switch with SONiC, read back', () => {
  it.each(devices)('say what the model of %s says', (_name, device) => {
    expect(read(filesOf(device))).toEqual(asSonicCan(device));
  });

  it('are those of most switches by hand', () => {
    expect(Object.keys(sonicDevices)).toEqual([
      'spine',
      'unnumberedLeaf',
      'border',
      'vrfLeaf',
      'routedHostLeaf',
      'dualStackLeaf',
      'ebgpLeaf',
      'split',
    ]);
  });
});

/** Templates that say nothing of a reading, and why. */
const without: Readonly<Record<string, string>> = {
  extra: "the user's own lines",
  header: 'the name is also in config_db.json',
  ospf6: 'SONiC runs no ospf6d',
  'interface-ospf6': 'SONiC runs no ospf6d',
};

const templates = readdirSync(join(import.meta.dirname, '../../../templates/frr-daemons')).map((file) =>
  file.replace(/\.njk$/, ''),
);

describe('without one stanza, frr.conf', () => {
  it.each(templates.filter((name) => !(name in without)))('says something else: %s', (name) => {
    dropped.add(`frr-daemons/${name}`);
    expect(tells((files) => files)).toBe(true);
  });

  it('is judged for every template but those that say nothing of a reading', () => {
    expect(Object.keys(without).filter((name) => !templates.includes(name))).toEqual([]);
  });
});

/** Fields, or whole tables, that say nothing of a reading, and why. */
const silent: Readonly<Record<string, string>> = {
  BREAKOUT_CFG: 'lanes, which have their own test',
  COPP_GROUP: 'what the chip sends up; has its own test',
  COPP_TRAP: 'what the chip sends up; has its own test',
  DHCP_RELAY: 'relay, which no reading has',
  'DEVICE_METADATA bgp_asn': 'also in frr.conf',
  'DEVICE_METADATA hwsku': 'hardware',
  'DEVICE_METADATA platform': 'hardware',
  'DEVICE_METADATA timezone': 'clock',
  'DEVICE_METADATA type': 'what SONiC makes of it',
  DNS_NAMESERVER: 'names of hosts',
  FEATURE: 'relay',
  MGMT_INTERFACE: 'management port',
  MGMT_PORT: 'management port',
  MGMT_VRF_CONFIG: 'management port',
  NTP: 'clock',
  NTP_SERVER: 'clock',
  'PORT alias': 'hardware',
  'PORT description': 'text',
  'PORT fec': 'hardware',
  'PORT index': 'hardware',
  'PORT lanes': 'lanes, which have their own test',
  'PORT speed': 'speed, which no reading has; with the lanes',
  'PORT subport': 'hardware',
  'PORTCHANNEL description': 'text',
  'PORTCHANNEL lacp_key': 'what SONiC makes of it',
  'PORTCHANNEL min_links': 'which no reading has; in the goldens',
  PORT_STORM_CONTROL: 'which no reading has; in the goldens',
  SNMP: 'SNMP',
  SNMP_AGENT_ADDRESS_CONFIG: 'SNMP',
  SNMP_COMMUNITY: 'SNMP',
  SYSLOG_SERVER: 'logs',
  'VLAN dhcp_servers': 'relay, which no reading has',
  'VLAN_SUB_INTERFACE admin_status': 'its default',
  'VLAN_SUB_INTERFACE vlan': 'also in the name',
};

/** The files without a table, or without a field in all its entries. */
function lacking(files: RenderedFile[], table: string, field?: string): RenderedFile[] {
  return files.map(({ path, content }) => {
    if (path !== 'config_db.json') return { path, content };
    const config = JSON.parse(content) as ConfigDb;
    if (field === undefined) delete config[table];
    else for (const entry of Object.values(config[table] ?? {})) delete entry[field];
    return { path, content: JSON.stringify(config) };
  });
}

const used = new Set(devices.flatMap(([, device]) => fieldsOf(JSON.parse(filesOf(device)[0]!.content) as ConfigDb)));

/** `TABLE` and `TABLE field`, for all that a file has. */
function fieldsOf(config: ConfigDb): string[] {
  return Object.entries(config).flatMap(([table, entries]) => [
    table,
    ...Object.values(entries).flatMap((entry) => Object.keys(entry).map((field) => `${table} ${field}`)),
  ]);
}

describe('without one table or field, config_db.json', () => {
  const judged = [...used].filter((one) => !(one in silent) && !((one.split(' ')[0] ?? '') in silent));

  it.each(judged)('says something else: %s', (one) => {
    const [table = '', field] = one.split(' ');
    expect(tells((files) => lacking(files, table, field))).toBe(true);
  });

  it('is judged for every table that says something of a reading', () => {
    expect(Object.keys(silent).filter((one) => !used.has(one))).toEqual([]);
    expect(judged.length).toBeGreaterThan(25);
    expect(Object.keys(tables).filter((table) => !used.has(table))).toEqual([]);
  });
});
