import { describe, expect, it } from 'vitest';
import { compareStates } from '../../../src/lab/state/compare.ts';
import type { NeighbourState } from '../../../src/lab/state/bgp-state.ts';
import { readInterfaces, readRoutes } from '../../../src/lab/state/kernel-state.ts';
import type { RouterState } from '../../../src/lab/state/router-state.ts';

const ospf = {
  area: '0.0.0.0',
  network: 'point-to-point',
  passive: false,
  hello: 10,
  dead: 40,
  retransmit: 1,
  cost: 4,
  bfd: true,
  authenticated: false,
} as const;
const family = {
  reflectorClient: false,
  nextHopSelf: true,
  allPaths: false,
  defaultOriginate: false,
  allowOwnAs: 0,
  maximumPrefixes: 16,
  importPolicy: 'FROM-FABRIC',
  exportPolicy: 'TO-SPINES',
} as const;
const neighbour: NeighbourState = {
  remoteAs: 65000,
  keepalive: 60,
  hold: 180,
  bfd: false,
  families: new Map([['ipv4', family]]),
};
const good: RouterState = {
  interfaces: new Map([['swp1', { link: 'up', mtu: 9214, addresses: ['10.254.0.1/31'], ospf }]]),
  processes: new Map([['BGP', new Map([['cluster id', '10.255.0.1']])]]),
  neighbours: new Map([['10.255.0.1', neighbour]]),
  originated: new Set(['10.20.1.0/24']),
  adjacencies: new Map([['v2 swp1', 'Full']]),
  sessions: new Map([['10.255.0.1 ipv4', 'up']]),
  bfd: new Map([['10.254.0.0', '100 ms x 3']]),
  routes: new Map([['10.20.0.0/24', ['swp1 via 10.254.0.0']]]),
};
const everyOspf3 =
  'OSPFv3 area 0.0.0.0, a point-to-point network, hello 10 s, dead 40 s, retransmission 1 s, cost 4, BFD, no authentication';
const compare = (seen: Partial<RouterState>) =>
  compareStates(new Map([['leaf1', good]]), new Map([['leaf1', { ...good, ...seen }]]));

const swp1 = (change: object) => ({
  interfaces: new Map([['swp1', { link: 'up', mtu: 9214, addresses: ['10.254.0.1/31'], ospf, ...change }]]),
});

describe('a comparison', () => {
  it('finds nothing where all is as predicted', () => {
    expect(compare({})).toEqual([]);
    // What a kernel has besides is no difference.
    expect(
      compare({ interfaces: new Map([...good.interfaces, ['eth0', { link: 'up', mtu: 1500, addresses: [] }]]) }),
    ).toEqual([]);
  });

  const base = { device: 'leaf1', subject: 'swp1' };
  it.each([
    [swp1({ mtu: 1500 }), { check: 'interface', ...base, predicted: 'MTU 9214', found: 'MTU 1500' }],
    [swp1({ link: 'down' }), { check: 'interface', ...base, predicted: 'up', found: 'down' }],
    [swp1({ addresses: [] }), { check: 'interface', ...base, predicted: '10.254.0.1/31', found: 'no address' }],
    [{ interfaces: new Map() }, { check: 'interface', ...base, predicted: 'an interface', found: 'none' }],
    [
      swp1({ ospf: { ...ospf, area: '0.0.0.1', hello: 1 } }),
      { check: 'ospf', ...base, predicted: 'area 0.0.0.0, hello 10 s', found: 'area 0.0.0.1, hello 1 s' },
    ],
    [
      swp1({ ospf: { ...ospf, passive: true } }),
      {
        check: 'ospf',
        ...base,
        predicted:
          'a point-to-point network, hello 10 s, dead 40 s, retransmission 1 s, cost 4, BFD, no authentication',
        found: 'passive',
      },
    ],
    [swp1({ ospf3: ospf }), { check: 'ospf', ...base, predicted: 'no OSPFv3', found: everyOspf3 }],
    [
      { processes: new Map([['BGP', new Map([['cluster id', '10.255.0.2']])]]) },
      {
        check: 'process',
        device: 'leaf1',
        subject: 'BGP',
        predicted: 'cluster id 10.255.0.1',
        found: 'cluster id 10.255.0.2',
      },
    ],
    [
      { neighbours: new Map([['10.255.0.1', { ...neighbour, remoteAs: 65001, hold: 9 }]]) },
      {
        check: 'neighbour',
        device: 'leaf1',
        subject: '10.255.0.1',
        predicted: 'remote AS 65000, hold time 180 s',
        found: 'remote AS 65001, hold time 9 s',
      },
    ],
    [
      {
        neighbours: new Map([
          ['10.255.0.1', { ...neighbour, families: new Map([['ipv4', { ...family, importPolicy: '' }]]) }],
        ]),
      },
      {
        check: 'neighbour',
        device: 'leaf1',
        subject: '10.255.0.1',
        predicted: 'ipv4: policy FROM-FABRIC in',
        found: 'ipv4: no policy in',
      },
    ],
    [
      { originated: new Set<string>() },
      { check: 'origin', device: 'leaf1', subject: '10.20.1.0/24', predicted: 'announced', found: 'not announced' },
    ],
    [
      { adjacencies: new Map([['v2 swp1', 'ExStart']]) },
      { check: 'adjacency', device: 'leaf1', subject: 'v2 swp1', predicted: 'Full', found: 'ExStart' },
    ],
    [
      { sessions: new Map([...good.sessions, ['10.255.0.9 ipv4', 'up'], ['10.255.0.8 ipv4', 'Active']]) },
      { check: 'session', device: 'leaf1', subject: '10.255.0.9 ipv4', predicted: 'none', found: 'up' },
    ],
    [
      { bfd: new Map() },
      { check: 'bfd', device: 'leaf1', subject: '10.254.0.0', predicted: '100 ms x 3', found: 'none' },
    ],
    [
      { routes: new Map([['10.20.0.0/24', []]]) },
      { check: 'route', device: 'leaf1', subject: '10.20.0.0/24', predicted: 'swp1 via 10.254.0.0', found: 'discard' },
    ],
  ] as const)('names the device and what differs: %#', (seen, finding) => {
    expect(compare(seen as Partial<RouterState>)).toEqual([finding]);
  });

  it('finds a route too many', () => {
    const routes = new Map([...good.routes, ['0.0.0.0/0', ['swp1']]]);
    expect(compare({ routes })).toEqual([
      { check: 'route', device: 'leaf1', subject: '0.0.0.0/0', predicted: 'none', found: 'swp1' },
    ]);
  });
});

describe('readers', () => {
  it('read the kernel: next hops by address where it is planned, dead ones not', () => {
    const hop = { flags: [], weight: 1 };
    const text = JSON.stringify([
      { dst: 'default', gateway: '10.254.0.0', dev: 'swp1', protocol: 'bgp', flags: [] },
      {
        dst: '10.20.1.0/24',
        protocol: 'ospf',
        nexthops: [
          { ...hop, gateway: '10.254.0.2', dev: 'swp2' },
          { ...hop, gateway: '10.254.0.0', dev: 'swp1' },
          { gateway: '10.254.0.4', dev: 'swp3', flags: ['dead', 'linkdown'] },
        ],
      },
      { dst: '10.255.0.1', protocol: 'bgp', gateway: '169.254.0.1', dev: 'swp1', flags: ['onlink'] },
      { dst: '10.255.0.2', protocol: 'bgp', via: { family: 'inet6', host: 'fe80::1' }, dev: 'swp1' },
      { type: 'blackhole', dst: '10.0.0.0/8', dev: 'lo', protocol: 'bgp', flags: [] },
      { dst: '10.254.0.0/31', dev: 'swp1', protocol: 'kernel', flags: [] },
    ]);
    expect(Object.fromEntries(readRoutes(text, 4))).toEqual({
      '0.0.0.0/0': ['swp1 via 10.254.0.0'],
      '10.20.1.0/24': ['swp1 via 10.254.0.0', 'swp2 via 10.254.0.2'],
      '10.255.0.1/32': ['swp1'],
      '10.255.0.2/32': ['swp1'],
      '10.0.0.0/8': [],
    });
  });

  it('read addresses, without those that kernels make', () => {
    const text = JSON.stringify([
      {
        ifname: 'lo',
        flags: ['LOOPBACK', 'UP', 'LOWER_UP'],
        mtu: 65536,
        addr_info: [
          { local: '127.0.0.1', prefixlen: 8, scope: 'host' },
          { local: '10.255.0.1', prefixlen: 32, scope: 'global' },
        ],
      },
      { ifname: 'swp1', flags: ['UP'], mtu: 9214, addr_info: [{ local: 'fe80::1', prefixlen: 64, scope: 'link' }] },
    ]);
    expect(Object.fromEntries(readInterfaces(text))).toEqual({
      lo: { link: 'up', mtu: 65536, addresses: ['10.255.0.1/32'] },
      swp1: { link: 'no carrier', mtu: 9214, addresses: [] },
    });
  });
});
