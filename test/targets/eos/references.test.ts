import { describe, expect, it } from 'vitest';
import { devices } from './fixtures.ts';
import { render } from './parts.ts';
import { referenceCounts, repeatedBlocks, undefinedReferences } from './references.ts';

const names = Object.keys(devices);

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
] as const;

describe('EOS references', () => {
  it.each(names)('of %s are all to what the config defines', (name) => {
    const text = render(devices[name]!);
    expect(undefinedReferences(text)).toEqual([]);
    expect(repeatedBlocks(text)).toEqual([]);
  });

  it('are there to be followed, of every kind', () => {
    expect(Object.values(referenceCounts(render(devices['leaf']!))).every((count) => count > 0)).toBe(true);
  });

  it.each(definitions)('of %s dangle without its %s', (name, heading, missing) => {
    const kept = stanzasOf(render(devices[name]!)).filter((one) => !new RegExp(`^${heading}\\b`, 'm').test(one));
    expect(undefinedReferences(kept.join('!\n'))).toContain(missing);
  });

  it('dangle without a peer group', () => {
    const text = render(devices['spine']!).replace('   neighbor LEAFS peer group\n', '');
    expect(undefinedReferences(text)).toEqual(['peer group LEAFS']);
  });
});
