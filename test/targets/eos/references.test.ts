import { describe, expect, it } from 'vitest';
import { fixtureDevices } from '../../readback/devices.ts';
import { devices } from './fixtures.ts';
import { render } from './parts.ts';
import { referenceCounts, repeatedBlocks, undefinedReferences } from './references.ts';

const all = { ...devices, ...fixtureDevices };
const names = Object.keys(all);

/** Stanzas of a config: what stands between separators at the margin. */
const stanzasOf = (text: string): string[] => text.split(/^!\n/m);

const definitions = [
  ['leaf', 'route-map FROM-FABRIC', 'route-map FROM-FABRIC'],
  ['leaf', 'ip prefix-list RACK-NETWORKS', 'prefix-list RACK-NETWORKS'],
  ['leaf', 'ip community-list GRACEFUL-SHUTDOWN', 'community-list GRACEFUL-SHUTDOWN'],
  ['leaf', 'ip access-list standard SNMP-CLIENTS', 'access-list SNMP-CLIENTS'],
  ['leaf', 'vlan 20', 'VLAN 20'],
  ['leaf', 'vrf instance mgmt', 'VRF mgmt'],
  ['leaf', 'interface Loopback0', 'interface Loopback0'],
  ['leaf', 'interface Port-Channel3', 'interface Port-Channel3'],
  ['leaf-pair', 'interface Vlan4093', 'interface Vlan4093'],
  ['maintenance-spine', 'route-map DRAINED', 'route-map DRAINED'],
  ['mlagLeaf', 'ipv6 prefix-list RACK-NETWORKS-V6', 'IPv6 prefix-list RACK-NETWORKS-V6'],
  ['mlagLeaf', 'interface Vlan4094', 'interface Vlan4094'],
  ['mlagLeaf', 'vlan 4094', 'trunk group MLAG-PEER'],
  ['unnumberedLeaf', 'interface Ethernet49/1', 'interface Ethernet49/1'],
  ['vrfLeaf', 'route-map LEAK-storage', 'route-map LEAK-storage'],
  ['vrfLeaf', 'vrf instance storage', 'VRF storage'],
] as const;

describe('EOS references', () => {
  it.each(names)('of %s are all to what the config defines', (name) => {
    const text = render(all[name]!);
    expect(undefinedReferences(text)).toEqual([]);
    expect(repeatedBlocks(text)).toEqual([]);
  });

  it('are there to be followed, of every kind', () => {
    const counts = Object.values(all).map((device) => referenceCounts(render(device)));
    for (const kind of Object.keys(counts[0]!)) {
      expect(Math.max(...counts.map((one) => one[kind]!)), kind).toBeGreaterThan(0);
    }
  });

  it.each(definitions)('of %s dangle without its %s', (name, heading, missing) => {
    const kept = stanzasOf(render(all[name]!)).filter((one) => !new RegExp(`^${heading}\\b`, 'm').test(one));
    expect(undefinedReferences(kept.join('!\n'))).toContain(missing);
  });

  it('dangle without a peer group', () => {
    const text = render(devices['spine']!).replace('   neighbor LEAFS peer group\n', '');
    expect(undefinedReferences(text)).toEqual(['peer group LEAFS']);
  });
});
