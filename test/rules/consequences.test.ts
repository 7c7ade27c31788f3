import { describe, expect, it } from 'vitest';
import { twoUpstreams, withUpstreams } from '../../src/rules/border-example.ts';
import { checkText, exampleWith, summary } from './check-text.ts';

/** Codes of all that is reported of the example topology with other keys. */
const codesOf = (fragment: string): string[] => checkText(exampleWith(fragment)).map(({ code }) => code);

const fabricWith = (spines: string, leafs = 'ports: [{ count: 12, speed: 10G }]'): string => `fabric:
  asn: 65000
  spines: { count: 2, os: frr, ${spines} }
  leafs: { platform: linux, os: frr, ${leafs} }
`;

describe('a mistake is reported once, where it is', () => {
  it.each([
    ['a platform that there is not: no leaf without uplinks', fabricWith('platform: lunix'), ['FAB001']],
    ['spines without counted ports: no islands', fabricWith('platform: linux'), ['FAB008']],
    [
      'spines with too few ports: no leaf with one path',
      fabricWith('platform: linux, ports: [{ count: 1, speed: 10G }]'),
      ['FAB010'],
    ],
    [
      'leafs without counted ports: no server without a cable, no pinned port that is absent',
      `${fabricWith('platform: linux, ports: [{ count: 8, speed: 10G }]', 'uplinks: {}')}links:
  - { a: "r1-leaf1:9", z: spine1 }
`,
      ['FAB008'],
    ],
    [
      'speeds that do not meet: no server without a cable',
      `racks:
  - name: r{1..2}
    servers: [{ name: "web-{rack}", role: web, nics: { speed: 25G }, networks: [service, storage] }]
`,
      ['FAB013'],
    ],
    [
      'a pool with host bits: no unknown network, no missing default route',
      `networks:
  service: { vlan: 20, pool: 10.20.1.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
      ['FAB006'],
    ],
    [
      'a network that the schema refuses: no unknown network',
      `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 5000, pool: 10.30.0.0/16 }
`,
      ['TOPO033'],
    ],
    [
      'a pattern that cannot be expanded: no unknown device',
      'racks: [{ name: "r{1..2" }]\ndevices: { r1-leaf1: { mtu: 9214 } }\n',
      ['FAB003'],
    ],
    [
      'a rack in a zone that there is not: no unknown device',
      'zones: [a]\nracks: [{ name: "r{1..2}", zone: b }]\ndevices: { r1-leaf1: { mtu: 9214 } }\n',
      ['FAB001'],
    ],
    [
      'a leaf whose platform there is not: no unknown device, no server without a cable',
      `racks:
  - name: r1
    platform: lunix
    servers: [{ name: web, role: web, nics: { speed: 10G }, networks: [service, storage] }]
  - name: r2
devices: { r1-leaf1: { mtu: 9214 } }
`,
      ['FAB001'],
    ],
    [
      'pools that overlap: no duplicate addresses',
      'addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.255.0.0/24 }\n',
      ['FAB030'],
    ],
    ['an MTU that one device has: no narrow path', 'devices: { spine1: { mtu: 1500 } }\n', ['FAB027']],
    ['a cable to a leaf of another rack: no split bond', 'links: [{ a: "web-r1-1:2", z: r2-leaf1 }]\n', ['FAB019']],
    [
      'a full subnet: none of the networks with room',
      `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, perRack: 30, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
      ['PLAN002'],
    ],
    [
      'a range that is much too long: nothing about what was not built',
      'racks: [{ name: "r{1..20000}", leafs: 2 }]\n',
      ['FAB017'],
    ],
    [
      'an upstream in a pool: no duplicate address',
      withUpstreams(twoUpstreams[0], 'name: isp-b, device: border2, asn: 64501, addresses: [10.254.0.1/31]'),
      ['FAB102'],
    ],
    [
      'two upstreams in one subnet: one report',
      withUpstreams(twoUpstreams[0], 'name: isp-b, device: border2, asn: 64501, addresses: [192.0.2.1/31]'),
      ['FAB102'],
    ],
    [
      'an upstream with an address that cannot be used: neither is the other the only one, nor the border leaf without one',
      withUpstreams(twoUpstreams[0], 'name: isp-b, device: border2, asn: 64501, addresses: [192.0.2.3/24]'),
      ['FAB069'],
    ],
    [
      'an upstream on a device that there is not: the same',
      withUpstreams(twoUpstreams[0], 'name: isp-b, device: border9, asn: 64501, addresses: [192.0.2.3/31]'),
      ['FAB001'],
    ],
    [
      'an upstream on a spine: no border leaf without one',
      withUpstreams(twoUpstreams[0], 'name: isp-b, device: spine1, asn: 64501, addresses: [192.0.2.3/31]'),
      ['FAB070'],
    ],
    [
      'a plane without superspines: no pod with one superspine',
      `pods: 2
fabric:
  asn: 65000
  superspines: { count: 1, planes: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
racks:
  - { name: "p{pod}r{1..2}" }
`,
      ['FAB028'],
    ],
    [
      'a rack in a zone that there is not: no zone without racks',
      'zones: [a, b, c]\nracks: [{ name: r1, zone: a }, { name: r2, zone: b }, { name: r3, zone: d }]\n',
      ['FAB001'],
    ],
    [
      'a role in one of three zones: neither a lost majority nor an imbalance',
      `zones: 3
racks:
  - name: r1
    zone: 1
    servers: [{ name: "db-{1..3}", role: db, nics: { speed: 10G }, networks: [service, storage] }]
  - { name: r2, zone: 2 }
  - { name: r3, zone: 3 }
`,
      ['FAB074'],
    ],
    [
      'half of a role in one of three zones: no imbalance',
      `zones: 3
racks:
  - name: z1r{1..3}
    zone: 1
    servers: [{ name: "db-{rack}", role: db, nics: { speed: 10G }, networks: [service, storage] }]
  - name: z2r1
    zone: 2
    servers: [{ name: "db-{rack}", role: db, nics: { speed: 10G }, networks: [service, storage] }]
  - name: z3r1
    zone: 3
    servers: [{ name: "db-{rack}", role: db, nics: { speed: 10G }, networks: [service, storage] }]
`,
      ['FAB075'],
    ],
    [
      'a dead interval no longer than a hello: not too few hellos as well',
      'routing: { ospf: { helloInterval: 10, deadInterval: 10 } }\n',
      ['FAB060'],
    ],
    [
      'a full pool: it is not nearly full as well',
      `networks:
  service: { vlan: 20, pool: 10.20.0.0/24, perRack: 24, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
      ['PLAN001'],
    ],
    [
      'a leak of a network that there is not: no leak without a way back',
      `design: l3-ebgp
vrfs: { blue: {} }
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, vrf: blue }
leaks:
  - { networks: [storage], to: default }
  - { networks: [servce], to: blue }
`,
      ['FAB001'],
    ],
    [
      'an IPv6 pool with host bits: no hosts without a prefix to make addresses of',
      `addressing:
  { loopbacks: [10.255.0.0/24, "2001:db8:ff::/64"], p2pLinks: [10.254.0.0/24, "2001:db8:fe::/64"], oob: 10.253.0.0/24 }
networks:
  service: { vlan: 20, pool: [10.20.0.0/16, "2001:db8:20::1/48"], defaultRoute: true, slaac: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
      ['FAB006'],
    ],
  ])('%s', (_what, fragment, expected) => {
    expect(codesOf(fragment), checkText(exampleWith(fragment)).map(summary).join('\n')).toEqual(expected);
  });

  it('does not repeat a secret that stands in lines of the user', () => {
    const found = checkText(exampleWith("extra: { frr: 'password hunter2' }\n"));
    expect(found.map(({ code }) => code)).toEqual(['FAB110']);
    expect(JSON.stringify([found[0]!.message, found[0]!.hint])).not.toContain('hunter2');
  });

  it('is one report for all devices of a pattern, and says how many', () => {
    const found = checkText(
      exampleWith(`zones: 4
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 64, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 2, speed: 10G, use: uplink }] }
racks:
  - name: z{zone}r{1..5}
    servers:
      - { name: "web-{rack}-{1..5}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`),
    );
    expect(found.map(({ code }) => code)).toEqual(['FAB010']);
    expect(found[0]!.message).toContain('19 more switches like it');
  });
});
