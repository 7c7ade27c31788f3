import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { featureNeeds } from '../../../src/pipeline/features.ts';
import type { stanzas } from '../../../src/render/templates.ts';
import { spellInterface } from '../../../src/targets/nxos/names.ts';
import { target } from '../../../src/targets/nxos/target.ts';
import type { Feature } from '../../../src/targets/target.ts';
import { read } from '../../readback/nxos.ts';
import { readModel } from '../../readback/read-model.ts';
import type { Reading } from '../../readback/reading.ts';
import { context, devices } from './parts.ts';

const dropped = vi.hoisted(() => new Set<string>());

vi.mock('../../../src/render/templates.ts', async (original) => {
  const real = await original<{ stanzas: typeof stanzas }>();
  return {
    stanzas: (folder: string) => {
      const stanza = real.stanzas(folder);
      return (name: string, view: object) => (dropped.has(name) ? '' : stanza(name, view));
    },
  };
});

beforeEach(() => dropped.clear());

/** Switch ports have the MTU that lets frames of every VLAN pass, not that of the VLANs. */
const layer2Mtu = 9216;

/** The model as NX-OS can say it: without the VLAN and the addresses of MLAG peering, which vPC does without. */
function expected(device: SwitchDevice): Reading {
  const { mlag } = device;
  const reading = readModel(device, spellInterface);
  const bridged = new Set(
    device.interfaces.flatMap((one) =>
      (one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'bridged' ? [spellInterface(one)] : [],
    ),
  );
  const peerVlan = mlag?.vlan ?? 0;
  return {
    ...reading,
    vlans: Object.fromEntries(Object.entries(reading.vlans).filter(([id]) => Number(id) !== peerVlan)),
    interfaces: Object.fromEntries(
      Object.entries(reading.interfaces)
        .filter(([name]) => name !== `Vlan${peerVlan}`)
        .map(([name, one]) => [
          name,
          {
            ...one,
            ...(bridged.has(name) ? { mtu: layer2Mtu } : {}),
            tagged: one.tagged.filter((vlan) => vlan !== peerVlan),
          },
        ]),
    ),
    ...(reading.mlag
      ? {
          mlag: {
            domain: reading.mlag.domain,
            peerLink: reading.mlag.peerLink,
            remote: '',
            ...(reading.mlag.keepalive === undefined ? {} : { keepalive: reading.mlag.keepalive }),
          },
        }
      : {}),
  };
}

const isClaimed = (device: SwitchDevice): boolean =>
  (Object.keys(featureNeeds) as Feature[]).every(
    (feature) => target.capabilities.features.includes(feature) || !featureNeeds[feature].needed(device),
  );

const cases = Object.entries(devices).filter(([, device]) => isClaimed(device));

/** Templates that carry nothing of a reading, and why. */
const withoutFacts: Readonly<Record<string, string>> = {
  header: 'a comment',
  unnumbered: 'a comment',
  clock: 'a comment',
  extra: "lines of the user's",
  accounts: 'management',
  snmp: 'management',
  'snmp-clients': 'management',
  ntp: 'management',
  logging: 'management',
  'management-vrf': 'management',
  'management-address': 'management',
  'storm-control': 'protection of edges',
  'port-spanning-tree': 'protection of edges',
  bfd: 'timers',
  'link-advertisements': 'timers',
  relay: 'DHCP',
  'dhcp-relay': 'DHCP',
  'policy-step': 'what policies do',
  'community-lists': 'what policies match',
  'target-lists': 'what policies match',
  'import-step': 'routes between VRFs',
  'add-path': 'what is chosen of several paths',
};

const withFacts = [
  'features',
  'identity',
  'reserved-vlans',
  'vlan',
  'spanning-tree',
  'key-chain',
  'prefix-list',
  'vrf',
  'mlag',
  'breakout',
  'interface',
  'no-switchport',
  'encapsulation',
  'switchport',
  'member',
  'port-channel',
  'vrf-member',
  'addresses',
  'no-advertisements',
  'advertisements',
  'ospf-interface',
  'ospf3-interface',
  'gateways',
  'ospf',
  'ospf3',
  'bgp',
  'bgp-family',
  'bgp-group',
  'bgp-neighbor',
];

describe('an NX-OS config', () => {
  it('is claimed for every switch of the tests', () => {
    expect(cases.length).toBeGreaterThanOrEqual(13);
    expect(cases.length).toBe(Object.keys(devices).length);
  });

  it.each(cases)('of %s says what the model does', (_, device) => {
    expect(read(target.render(device, context))).toEqual(expected(device));
  });

  it.each(withFacts)('without its %s says something else', (template) => {
    dropped.add(template);
    const differing = cases.filter(([, device]) => !isEqual(read(target.render(device, context)), expected(device)));
    expect(differing.length).toBeGreaterThan(0);
  });

  it.each(Object.entries(withoutFacts))('says the same of the switch without its %s (%s)', (template) => {
    dropped.add(template);
    for (const [, device] of cases) expect(read(target.render(device, context))).toEqual(expected(device));
  });

  it('has no template that is of neither kind', () => {
    const found = readdirSync(join(import.meta.dirname, '../../../templates/nxos')).map((name) => name.slice(0, -4));
    expect(found.toSorted()).toEqual([...withFacts, ...Object.keys(withoutFacts)].toSorted());
  });
});

function isEqual(own: unknown, other: unknown): boolean {
  try {
    expect(own).toEqual(other);
    return true;
  } catch {
    return false;
  }
}
