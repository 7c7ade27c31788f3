import { describe, expect, it } from 'vitest';
import { exampleWith, placeOf, readText, summary } from './read-text.ts';

describe('what is malformed is left out', () => {
  it('an unknown property by itself', () => {
    const { topology } = readText(exampleWith('networks: { a: { vlan: 1, pool: 10.0.0.0/8, mut: 1 } }\n'));
    expect(topology!.data.networks.a).not.toHaveProperty('mut');
    expect([...topology!.dropped]).toEqual([]);
  });

  it('a bad value of an optional property in favour of its default', () => {
    const { topology } = readText(
      exampleWith('networks: { a: { vlan: 1, pool: 10.0.0.0/8, mtu: 90000 } }\nrouting: { bfd: { interval: 1 } }\n'),
    );
    expect(topology!.data.networks.a!.mtu).toBe(1500);
    expect(topology!.data.routing.bfd.interval).toBe(100);
  });

  it.each([
    ['a network', 'networks: { a: { vlan: 4095, pool: 10.0.0.0/8 }, b: { vlan: 1, pool: 10.0.0.0/8 } }\n', ['a']],
    [
      'a network whose subnets would be of another size',
      'networks: { a: { vlan: 4, pool: 10.0.0.0/8, perRack: 31 } }\n',
      ['a'],
    ],
    ['a key that is no name', 'networks: { a_b: { vlan: 1, pool: 10.0.0.0/8 } }\n', ['a_b']],
    [
      'a rack with what is in it',
      'racks: [{ name: r1 }, { name: "r{2..3}", leafs: 3, servers: [{ name: "s-{rack}" }] }]\n',
      ['r{2..3}', 's-{rack}'],
    ],
    [
      'a server group',
      'racks: [{ name: r1, servers: [{ name: s, role: x, nics: { speed: 10 }, networks: [service] }] }]\n',
      ['s'],
    ],
    [
      'a group whose bond is not known',
      'racks: [{ name: r1, servers: [{ name: s, role: x, bond: no, nics: { speed: 10G }, networks: [service] }] }]\n',
      ['s'],
    ],
    ['an item of a list of names', 'zones: [a, "b c"]\n', ['b c']],
    [
      'a device whose ports are wrong',
      'devices: { spine1: { ports: [{ count: 1, speed: 10G }, { count: 0, speed: 10G }] } }\n',
      ['spine1'],
    ],
    [
      'a device with wrong MAC addresses for a server',
      'racks: [{ name: r1, servers: [{ name: s, role: x, macs: { s: ["52:54:00:12:34:56", x] }, nics: { speed: 10G }, networks: [service] }] }]\n',
      ['s'],
    ],
    ['a user', 'system: { users: [{ name: Root }, { name: op }] }\n', ['Root']],
  ])('%s, and its names are known', (_, fragment, dropped) => {
    const { topology, diagnostics } = readText(exampleWith(fragment));
    expect(diagnostics.length).toBeGreaterThan(0);
    expect([...topology!.dropped].toSorted()).toEqual(dropped.toSorted());
  });

  it('so that the rest keeps its place', () => {
    const { topology, diagnostics } = readText(
      exampleWith(`links:
  - { a: r1-leaf1 }
  - { a: r1-leaf1, z: spine1, speed: 10G }
  - nothing
  - { a: r2-leaf1, z: spine1, mtu: 10 }
`),
    );
    expect(diagnostics).toHaveLength(3);
    const { data, spans } = topology!;
    expect(data.links.map(({ a }) => a)).toEqual(['r1-leaf1', 'r2-leaf1']);
    expect(placeOf(spans.of(data.links, 1))).toMatch(/^topology.yaml:21:5 \{ a: r2-leaf1/);
    expect(data.links[1]).not.toHaveProperty('mtu');
  });

  it('a misspelt name of what is needed is taken as meant, and what it holds is checked', () => {
    const result = readText(
      exampleWith('networks: { a: { vln: 4095, pool: 10.0.0.0/8 }, b: { vln: 5, pool: 10.0.0.0/8 } }\n'),
    );
    expect(summary(result)).toEqual(['TOPO030 vln', 'TOPO030 vln', 'TOPO033 4095']);
    const { data, spans } = result.topology!;
    expect(data.networks).toEqual({ b: expect.objectContaining({ vlan: 5 }) });
    expect(placeOf(spans.ofKey(data.networks.b!, 'vlan'))).toMatch(/ vln$/);
  });

  it('an empty list is no mistake of its own when its items were dropped', () => {
    const result = readText(
      exampleWith('racks: [{ name: r1, servers: [{ name: s, role: x, nics: { speed: 10G }, networks: [5] }] }]\n'),
    );
    expect(summary(result)).toEqual(['TOPO032 5']);
    expect(result.topology!.data.racks[0]!.servers).toEqual([]);
    expect([...result.topology!.dropped]).toContain('s');
  });

  it('a name or an ASN has a stand-in, since nothing is built', () => {
    const result = readText(exampleWith('name: a b\n').replace('asn: 65000', 'asn: 0'));
    expect(summary(result)).toEqual(['TOPO034 a b', 'TOPO033 0']);
    expect(result.topology!.data).toMatchObject({ name: 'unnamed', fabric: { asn: 64512 } });
  });

  it.each([
    ['the fabric', 'fabric: { asn: 65000, leafs: { platform: linux, os: frr } }\n'],
    ['the addressing', 'addressing: { loopbacks: 10.0.0.0 , p2pLinks: 10.0.0.0/8 }\n'],
    ['the number of zones', 'zones: 0\n'],
    [
      'the ports of a tier',
      'fabric: { asn: 1, spines: { count: 1, platform: a, os: b, ports: [{}] }, leafs: { platform: a, os: b } }\n',
    ],
    ['every rack', 'racks: [r1, r2]\n'],
    ['the networks', 'networks: []\n'],
  ])('there is no topology without %s', (_, fragment) => {
    const { topology, diagnostics } = readText(exampleWith(fragment));
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(topology).toBeUndefined();
  });

  it('many mistakes are reported in one run, each once', () => {
    const result = readText(
      exampleWith(`description: 5
fabric:
  asn: "65000"
  spines: { count: 2, platform: linux, os: frr, port: [], ports: [{ count: 8, speed: 10G }] }
  tors: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: acess }] }
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: yes }
  service: { vlan: 21, pool: 10.20.0.0/16 }
  storage: { vlan: 5000, pool: 10.30.0.0/16 }
`),
    );
    expect(summary(result).toSorted()).toEqual([
      'TOPO012 service',
      'TOPO030 port',
      'TOPO032 "65000"',
      'TOPO032 5',
      'TOPO032 yes',
      'TOPO033 5000',
      'TOPO035 acess',
    ]);
  });
});
