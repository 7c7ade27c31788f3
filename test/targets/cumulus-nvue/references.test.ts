import { describe, expect, it } from 'vitest';
import { setOf } from './documents.ts';
import { allSwitches } from './more-switches.ts';
import { dangling } from './references.ts';

describe('what documents name', () => {
  it.each(Object.keys(allSwitches))('is there, for %s', (name) => {
    expect(dangling(setOf(allSwitches[name]!))).toEqual([]);
  });

  it.each([
    ['route-map', 'prefix-list', 'no prefix-list'],
    ['prefix-list', 'community-list', 'no community-list'],
    ['community-list', 'route-map', 'no route-map'],
  ])('is missed when it is not there: %s and %s alone', (...[one, missing, complaint]) => {
    const set = setOf(allSwitches['dualStackLeaf']!);
    const { [missing]: _gone, ...policy } = set['router']!['policy']!;
    expect(Object.keys(policy)).toContain(one);
    expect(dangling({ ...set, router: { ...set['router'], policy } }).join('\n')).toContain(complaint);
  });

  it('is missed when it is not there: interfaces, VLANs, VRFs, peer groups', () => {
    const set = setOf(allSwitches['vrfLeaf']!);
    const { swp49: _port, ...interfaces } = set['interface']!;
    expect(dangling({ ...set, interface: interfaces })).toEqual(['swp49.101: no interface swp49']);
    expect(dangling({ ...set, bridge: {} })).toEqual(['vlan10: no vlan 10', 'vlan30: no vlan 30']);
    const { storage, ...vrfs } = set['vrf']!;
    expect(dangling({ ...set, vrf: vrfs })).toEqual([
      'swp49.101: no vrf storage',
      'vlan30: no vrf storage',
      'default: no vrf storage',
    ]);
    const { 'peer-group': _groups, ...bgp } = storage!['router']!['bgp']!;
    const bare = { ...storage, router: { bgp } };
    expect(dangling({ ...set, vrf: { ...vrfs, storage: bare } })).toEqual([
      'storage 10.254.0.66: no peer-group storage SPINES',
    ]);
  });
});
