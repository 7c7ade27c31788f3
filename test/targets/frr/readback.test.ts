import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import type * as Templates from '../../../src/render/templates.ts';
import { target } from '../../../src/targets/frr/target.ts';
import { read } from '../../readback/frr.ts';
import { readModel } from '../../readback/read-model.ts';
import type { Reading } from '../../readback/reading.ts';
import { plainName } from '../../frr/router.ts';
import { context, switches } from './fixtures.ts';
import { keyed, supported } from './whole-model.ts';

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

/** Two differences that Linux makes: VLANs have no names, and without a bridge there is no spanning tree. */
function asLinuxCan(device: SwitchDevice): Reading {
  const { spanningTreePriority, vlans, ...rest } = readModel(device, plainName);
  const bridged = device.interfaces.some(
    (one) => one.kind === 'svi' || ((one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'bridged'),
  );
  return {
    ...rest,
    vlans: Object.fromEntries(Object.keys(vlans).map((id) => [id, ''])),
    ...(bridged && spanningTreePriority !== undefined ? { spanningTreePriority } : {}),
  };
}

/** Whose ports are not broken out: `plainName` knows no channels. */
const { 'leaf-authenticated': authenticated, 'leaf-of-two': ofTwo } = switches as Record<string, SwitchDevice>;
const lowRoot: SwitchDevice = {
  ...ofTwo!,
  vlans: [...ofTwo!.vlans, { id: 4093, name: 'routed path' }],
  spanningTree: { priority: 4096 },
};
const { dualStackLeaf } = supported as Record<string, SwitchDevice>;
const both: SwitchDevice = { ...dualStackLeaf!, interfaces: dualStackLeaf!.interfaces.map(keyed) };
const devices: Readonly<Record<string, SwitchDevice>> = { ...supported, authenticated: authenticated!, lowRoot, both };

const readingOf = (device: SwitchDevice): Reading => read(target.render(device, context));

describe('the files of a Linux switch, read back', () => {
  it.each(Object.keys(devices))('say what the model of %s says', (name) => {
    expect(readingOf(devices[name]!)).toEqual(asLinuxCan(devices[name]!));
  });

  it('are those of most switches by hand', () => {
    expect(Object.keys(supported)).toEqual([
      'dualStackLeaf',
      'spine',
      'ebgpLeaf',
      'unnumberedLeaf',
      'border',
      'vrfLeaf',
      'routedHostLeaf',
      'sharing',
    ]);
  });
});

/** Templates with nothing of a reading, and why. */
const without: Readonly<Record<string, string>> = {
  'frr/chrony': 'clock',
  'frr/dhclient-enter': 'management port',
  'frr/dhclient-exit': 'management port',
  'frr/interface-extra': "the user's own lines",
  'frr/interfaces-header': 'comments',
  'frr/lldpd': 'says which ports announce themselves',
  'frr/relay': 'DHCP relay, which no reading has',
  'frr/resolv': 'names of hosts',
  'frr/rsyslog': 'logs',
  'frr/setup-files': 'the script that installs the files',
  'frr/setup-start': 'the script that installs the files',
  'frr/setup-users': 'users',
  'frr/snmpd': 'SNMP',
  'frr/sudoers': 'users',
  'frr/sysctl': "the kernel's settings; its own tests judge them",
  'frr-daemons/extra': "the user's own lines",
};

const templates = ['frr', 'frr-daemons'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, '../../../templates', folder)).map(
    (file) => `${folder}/${file.replace(/\.njk$/, '')}`,
  ),
);

describe('without one stanza, the files of a Linux switch', () => {
  it.each(templates.filter((name) => !(name in without)))('say something else: %s', (name) => {
    dropped.add(name);
    const differing = Object.values(devices).filter(
      (device) => JSON.stringify(sorted(readingOf(device))) !== JSON.stringify(sorted(asLinuxCan(device))),
    );
    expect(differing.length).toBeGreaterThan(0);
  });

  it('are judged for every template but those that say nothing of a reading', () => {
    expect(Object.keys(without).filter((name) => !templates.includes(name))).toEqual([]);
    expect(templates.length - Object.keys(without).length).toBeGreaterThan(15);
  });
});

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
