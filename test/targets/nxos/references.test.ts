import { describe, expect, it } from 'vitest';
import { devices, render } from './parts.ts';
import { idleFeatures, referenceCounts, undefinedReferences } from './references.ts';

const names = Object.keys(devices);

const definitions = [
  ['dualStackLeaf', /^route-map FROM-FABRIC /, 'route-map FROM-FABRIC'],
  ['dualStackLeaf', /^route-map ADD-PATH /, 'route-map ADD-PATH'],
  ['dualStackLeaf', /^ip prefix-list RACK-NETWORKS /, 'prefix-list RACK-NETWORKS'],
  ['dualStackLeaf', /^ipv6 prefix-list RACK-NETWORKS-V6 /, 'IPv6 prefix-list RACK-NETWORKS-V6'],
  ['dualStackLeaf', /^ip community-list /, 'community-list GRACEFUL-SHUTDOWN'],
  ['dualStackLeaf', /^vlan 20$/, 'VLAN 20'],
  ['dualStackLeaf', /^interface loopback0$/, 'interface loopback0'],
  ['dualStackLeaf', /^interface port-channel1$/, 'interface port-channel1'],
  ['dualStackLeaf', /^vrf context management$/, 'VRF management'],
  ['dualStackLeaf', /^feature bfd$/, 'feature bfd'],
  ['serviced', /^ipv6 access-list /, 'access-list SNMP-CLIENTS-V6'],
  ['serviced', /^route-map TO-SPINES-V6 /, 'route-map TO-SPINES-V6'],
  ['secured', /^key chain OSPF-1$/, 'key chain OSPF-1'],
  ['secured', /^ {2}template peer LEAFS$/, 'peer template LEAFS'],
  ['split', /^interface port-channel5$/, 'interface port-channel5'],
  ['leaking', /^vrf context storage$/, 'VRF storage'],
  ['leaking', /^ip extcommunity-list /, 'extcommunity-list RT-storage'],
  ['leaking', /^ {4}route-target export /, 'route target 65107:1'],
  ['leaking', /^route-map IMPORT-audit /, 'route-map IMPORT-audit'],
  ['unnumberedLeaf', /^interface Ethernet1\/49$/, 'interface Ethernet1/49'],
] as const;

describe('NX-OS references', () => {
  it.each(names)('of %s are all to what the config defines', (name) => {
    const text = render(devices[name]!);
    expect(undefinedReferences(text)).toEqual([]);
    expect(idleFeatures(text)).toEqual([]);
  });

  it('are there to be followed, of every kind', () => {
    const counts = names.map((name) => referenceCounts(render(devices[name]!)));
    for (const kind of Object.keys(counts[0]!))
      expect(
        counts.some((one) => one[kind]! > 0),
        kind,
      ).toBe(true);
  });

  it.each(definitions)('of %s dangle without %s', (name, heading, missing) => {
    const text = render(devices[name]!);
    const kept = text.split('\n').filter((line) => !heading.test(line));
    expect(kept.length).toBeLessThan(text.split('\n').length);
    expect(undefinedReferences(kept.join('\n'))).toContain(missing);
  });
});
