import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import type { Interface, SwitchDevice } from '../../../src/device/device.ts';
import { featureNeeds } from '../../../src/pipeline/features.ts';
import type * as templates from '../../../src/render/templates.ts';
import { target } from '../../../src/targets/junos/target.ts';
import type { Feature } from '../../../src/targets/target.ts';
import { fixtureDevices } from '../../readback/devices.ts';
import { read } from '../../readback/junos.ts';
import { readModel } from '../../readback/read-model.ts';
import type { Reading } from '../../readback/reading.ts';
import { context, devices, onJunos } from './fixtures.ts';

const dropped = vi.hoisted(() => new Set<string>());

vi.mock('../../../src/render/templates.ts', async (original) => {
  const { stanzas } = await original<typeof templates>();
  return {
    stanzas: (folder: string) => {
      const render = stanzas(folder);
      return (name: string, view: object) => (dropped.has(name) ? '' : render(name, view));
    },
  };
});

const { features } = target.capabilities;
const isClaimed = (device: SwitchDevice): boolean =>
  Object.entries(featureNeeds).every(
    ([feature, { needed }]) => features.includes(feature as Feature) || !needed(device),
  );

/** The fixtures of all targets whose features this one claims, and those of its own. */
const cases: readonly (readonly [string, SwitchDevice])[] = [
  ...Object.entries(fixtureDevices)
    .filter(([, device]) => isClaimed(device))
    .map(([name, device]) => [name, onJunos(device)] as const),
  ...Object.entries(devices),
];

function spell(one: Interface): string {
  switch (one.kind) {
    case 'ethernet':
      return target.spellPort(one.port);
    case 'lag':
      return `ae${one.id}`;
    case 'svi':
      return `irb.${one.vlan}`;
    case 'loopback':
      return 'lo0';
    case 'sub':
      throw new Error('no subinterfaces');
  }
}

/** What the model asks, in the numbers that Junos has: next hops are 16, 32, 64 or 128. */
function normalised(reading: Reading): Reading {
  if (!reading.bgp) return reading;
  const maximumPaths = [16, 32, 64].find((width) => width >= reading.bgp!.maximumPaths) ?? 128;
  return { ...reading, bgp: { ...reading.bgp, maximumPaths } };
}

const readingOf = (device: SwitchDevice): Reading => read(target.render(device, context));
const expected = (device: SwitchDevice): Reading => normalised(readModel(device, spell));

/** Templates without a fact that a reading has, and what they have. */
const without: Readonly<Record<string, string>> = {
  login: 'accounts',
  syslog: 'log servers',
  ntp: 'time servers',
  snmp: 'monitoring',
  'aggregated-devices': 'how many LAGs there may be',
  'port-speed': 'speeds of ports',
  management: 'the out-of-band port',
  'management-route': 'its default route',
  irb: 'room for the MTU of the units',
  'storm-control': 'protection of edges',
  'dhcp-relay': 'DHCP servers',
  community: 'communities that policies name',
  'load-balancing': 'the forwarding table',
  'default-route': 'a route of last resort',
  ospf: 'metrics and delays of the process',
  lldp: 'neighbours of cables',
  'rstp-port': 'spanning tree of single ports',
  extra: "lines of the user's own",
};

const carrying = [
  'aggregate',
  'bgp-family',
  'bgp-group',
  'bgp-neighbor',
  'irb-unit',
  'lag',
  'layer3',
  'maximum-ecmp',
  'member',
  'ospf-interface',
  'policy',
  'port',
  'router',
  'router-advertisement',
  'rstp',
  'switchport',
  'system',
  'vlan',
  'vrf',
  'vrrp',
];

describe('A Junos config, read back', () => {
  it('is of enough devices', () => {
    expect(cases.length).toBeGreaterThanOrEqual(11);
  });

  it.each(cases)('says what the model of %s says', (_, device) => {
    expect(readingOf(device)).toEqual(expected(device));
  });

  it('is asked of all templates', () => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'templates', 'junos');
    const names = readdirSync(folder).map((file) => file.replace('.njk', ''));
    expect(names.toSorted()).toEqual([...carrying, ...Object.keys(without)].toSorted());
  });

  it.each(carrying)('differs without the stanza %s', (name) => {
    dropped.add(name);
    try {
      const differing = cases.filter(([, device]) => !isDeepStrictEqual(readingOf(device), expected(device)));
      expect(differing.length).toBeGreaterThan(0);
    } finally {
      dropped.delete(name);
    }
  });
});
