import { describe, expect, it } from 'vitest';
import { readStanzas } from '../../../src/lab/network/stanzas.ts';
import { fileOf, plant } from './files.ts';
import { switches } from './fixtures.ts';
import { supported } from './whole-model.ts';
import { kindsUsed, looseNames } from './references.ts';

const all = { ...switches, ...supported };
const names = Object.keys(all);

describe('names in frr.conf', () => {
  it.each(names)('are all defined and used in %s', (name) => {
    expect(looseNames(fileOf(all[name]!, 'frr.conf'))).toEqual([]);
  });

  it('are seen, of every kind', () => {
    expect(kindsUsed(fileOf(switches['leaf-lacp']!, 'frr.conf'))).toEqual([
      'prefix-list',
      'community-list',
      'route-map',
      'peer-group',
      'profile',
    ]);
  });

  it.each([
    ['address prefix-list RACK-NETWORKS', 'prefix-list RACK-NETWORK'],
    ['match community GRACEFUL-SHUTDOWN', 'community-list GRACEFUL-SHUTDOW'],
    ['route-map TO-SPINES out', 'route-map TO-SPINE'],
    ['10.255.0.1 peer-group SPINES', 'peer-group SPINE'],
    ['bfd profile FABRIC', 'profile FABRI'],
  ])('are missed where %s is misspelt', (good, missing) => {
    const bad = good.replace(/(\S)(?= out$|$)/, '');
    expect(looseNames(plant(fileOf(switches['leaf-lacp']!, 'frr.conf'), good, bad))).toContain(`undefined ${missing}`);
  });
});

/** What is wrong with the interfaces file, beyond what ifupdown2's own check sees. */
function faultsOf(text: string, policy: string | undefined): string[] {
  const stanzas = new Map(readStanzas(text).map((stanza) => [stanza.name, stanza.attributes]));
  const faults: string[] = [];
  const bridgeMtu = Number(/"mtu": "(\d+)"/.exec(policy ?? '')?.[1] ?? 1500);
  const ports = stanzas.get('bridge')?.get('bridge-ports')?.[0]?.split(' ') ?? [];
  for (const [name, attributes] of stanzas) {
    const lower = [
      ...(attributes.get('vlan-raw-device') ?? []),
      ...(attributes.get('vrf') ?? []),
      ...[...(attributes.get('bond-slaves') ?? []), ...(attributes.get('bridge-ports') ?? [])].flatMap((list) =>
        list.split(' '),
      ),
    ];
    faults.push(...lower.filter((one) => !stanzas.has(one)).map((one) => `${name} needs ${one}`));
    for (const address of attributes.get('address') ?? []) {
      const [host = '', length] = address.split('/');
      if (Number(length) > (host.includes(':') ? 128 : 32)) faults.push(`${name} has ${address}`);
    }
    const mtu = Number(attributes.get('mtu')?.[0] ?? 1500);
    if (attributes.get('vlan-raw-device')?.[0] === 'bridge' && mtu > bridgeMtu)
      faults.push(`${name} is larger than the bridge`);
    const vlans = attributes.has('bridge-access') || attributes.has('bridge-vids');
    if (vlans !== ports.includes(name)) faults.push(`${name} is in VLANs or in the bridge, not in both`);
    if (!text.includes(`\nauto ${name}\niface ${name}`)) faults.push(`${name} is not brought up`);
  }
  return faults;
}

const policyOf = (name: string) =>
  fileOf(all[name]!, 'interfaces').includes('\nauto bridge\n')
    ? fileOf(all[name]!, 'ifupdown2-policy.json')
    : undefined;

describe('names in the interfaces file', () => {
  it.each(names)('hold together in %s', (name) => {
    expect(faultsOf(fileOf(all[name]!, 'interfaces'), policyOf(name))).toEqual([]);
  });

  it.each([
    ['bond-slaves swp55 swp56', 'bond-slaves swp55 swp57', 'po55 needs swp57'],
    ['vlan-raw-device bridge', 'vlan-raw-device bridg', 'vlan10 needs bridg'],
    ['10.254.0.5/31', '10.254.0.5/33', 'swp49 has 10.254.0.5/33'],
    ['bridge-ports swp1 po55', 'bridge-ports po55', 'swp1 is in VLANs or in the bridge, not in both'],
    ['auto vlan30', 'auto vlan3', 'vlan30 is not brought up'],
  ])('do not with %s made %s', (good, bad, fault) => {
    const text = plant(fileOf(switches['leaf-of-two']!, 'interfaces'), good, bad);
    expect(faultsOf(text, policyOf('leaf-of-two'))).toContain(fault);
  });

  it('do not with a bridge smaller than a VLAN on it', () => {
    const text = fileOf(switches['leaf-lacp']!, 'interfaces');
    expect(faultsOf(text, undefined)).toEqual(['vlan30 is larger than the bridge']);
  });
});
