import { describe, expect, it } from 'vitest';
import type { Interface, SwitchDevice } from '../../../src/device/device.ts';
import { featureNeeds } from '../../../src/pipeline/features.ts';
import { parts, renderDocument } from '../../../src/targets/cumulus-nvue/document.ts';
import { startJob } from '../../../src/targets/cumulus-nvue/job.ts';
import type { Part } from '../../../src/targets/cumulus-nvue/job.ts';
import { target } from '../../../src/targets/cumulus-nvue/target.ts';
import type { Feature } from '../../../src/targets/target.ts';
import { read } from '../../readback/cumulus-nvue.ts';
import { fixtureDevices } from '../../readback/devices.ts';
import { readModel } from '../../readback/read-model.ts';
import type { ReadInterface, Reading } from '../../readback/reading.ts';
import { formatPrefix } from '../../../src/ip/index.ts';
import { context, switches } from './fixtures.ts';

/** Names as NVIDIA's own configurations have them. */
const spell =
  ({ mlag }: SwitchDevice) =>
  (one: Interface): string => {
    switch (one.kind) {
      case 'loopback':
        return 'lo';
      case 'ethernet':
        return target.spellPort(one.port);
      case 'lag':
        return one.id === mlag?.peerLink ? 'peerlink' : `bond${one.id}`;
      case 'svi':
        return one.vlan === mlag?.vlan ? 'peerlink.4094' : `vlan${one.vlan}`;
      case 'sub':
        return 'port' in one.parent ? `${target.spellPort(one.parent.port)}.${one.vlan}` : 'no such';
    }
  };

/** The largest MTU of what is in the bridge and of its SVIs: Linux gives the bridge the least of its ports'. */
function bridgeMtu({ interfaces, mlag }: SwitchDevice): number {
  const inBridge = interfaces.filter((one) =>
    one.kind === 'svi'
      ? one.vlan !== mlag?.vlan
      : (one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'bridged',
  );
  return Math.max(...inBridge.map(({ mtu }) => mtu));
}

/** Networks of a VRF that another takes routes from are redistributed, through a list that the model does not have. */
function filterOfOwn({ bgp }: SwitchDevice): Record<string, string[]> {
  const sources = new Set(bgp?.leaks.map(({ from }) => from));
  const leaked = (bgp?.vrfs ?? []).filter(({ vrf }) => sources.has(vrf));
  return Object.fromEntries(leaked.map(({ vrf, networks }) => [`CONNECTED-${vrf}`, networks.map(formatPrefix)]));
}

/** What NVUE cannot say is taken out of the model's reading, field by field. */
function spoken(device: SwitchDevice): Reading {
  const { vlans, mlag, interfaces, ...rest } = readModel(device, spell(device));
  const peerVlan = device.mlag?.vlan;
  const bridged = new Set(
    device.interfaces
      .filter((one) => (one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'bridged')
      .map(spell(device)),
  );
  const changed = Object.entries(interfaces).map(([name, one]): [string, ReadInterface] => {
    // The pair talks on a subinterface of the peer link, over link-local addresses, with the MTU that all begin with.
    if (name === 'peerlink.4094') return [name, { ...one, addresses: [], mtu: 9216 }];
    const tagged = one.tagged.filter((id) => id !== peerVlan);
    return [name, { ...one, tagged, ...(bridged.has(name) ? { mtu: bridgeMtu(device) } : {}) }];
  });
  return {
    ...rest,
    interfaces: Object.fromEntries(changed),
    prefixLists: { ...rest.prefixLists, ...filterOfOwn(device) },
    // VLANs have no names; the pair's own is none of the bridge.
    vlans: Object.fromEntries(
      Object.keys(vlans)
        .filter((id) => Number(id) !== peerVlan)
        .map((id) => [id, '']),
    ),
    // Domains have no numbers, and the two no addresses but link-local ones.
    ...(mlag
      ? {
          mlag: {
            domain: 0,
            peerLink: mlag.peerLink,
            remote: 'linklocal',
            ...(mlag.keepalive === undefined ? {} : { keepalive: mlag.keepalive }),
          },
        }
      : {}),
  };
}

const namesOf = Object.keys(switches);

const lacks = (device: SwitchDevice): Feature[] =>
  (Object.keys(featureNeeds) as Feature[]).filter(
    (feature) => featureNeeds[feature].needed(device) && !target.capabilities.features.includes(feature),
  );

describe('documents read back', () => {
  it.each(namesOf)('say of %s what the model does', (name) => {
    const device = { ...switches[name]!, os: target.name };
    expect(read(target.render(device, context))).toEqual(spoken(device));
  });

  it('are of switches that need nothing else', () => {
    expect(namesOf.flatMap((name) => lacks(switches[name]!))).toEqual([]);
  });

  it('leave nothing out that is claimed: what was taken from the switches by hand is not', () => {
    expect(lacks(fixtureDevices['dualStackLeaf']!)).toEqual(['ospf3']);
    expect(namesOf.filter((name) => lacks(fixtureDevices[name]!).length === 0).length).toBe(7);
  });
});

/** Parts of which the reading says nothing, and what else looks at them. */
const unread: Readonly<Record<string, string>> = {
  firewall: 'words test',
  services: 'words and schema tests',
  snmp: 'words and schema tests',
  management: 'the reading leaves the management port out; words test',
  breakouts: 'no switch by hand has any; words test',
  descriptions: 'goldens',
  'edge-ports': 'words test',
  'storm-control': 'words test',
  'dhcp-relay': 'words test',
  'reserved-vlans': 'words test',
  'route-imports': 'the reading has no leaks; words test',
};

/** True where a reading misses something in the document of some switch, made from some parts only. */
const differs = (left: readonly Part[]): boolean =>
  namesOf.some((name) => {
    const device = switches[name]!;
    const content = renderDocument(startJob(device, context), left);
    try {
      expect(read([{ path: 'startup.yaml', content }])).toEqual(spoken(device));
      return false;
    } catch {
      return true;
    }
  });

describe('documents without one of their parts', () => {
  it.each(Object.keys(parts).filter((name) => !(name in unread)))('%s is missed', (name) => {
    expect(differs(Object.entries(parts).flatMap(([of, part]) => (of === name ? [] : part)))).toBe(true);
  });

  it.each(Object.keys(unread))('%s says nothing of the reading', (name) => {
    expect(differs(Object.entries(parts).flatMap(([of, part]) => (of === name ? [] : part)))).toBe(false);
  });
});
