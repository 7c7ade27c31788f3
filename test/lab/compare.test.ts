import { describe, expect, it } from 'vitest';
import { explain } from '../../src/lab/causes.ts';
import { compareStates } from '../../src/lab/compare.ts';
import { fullAdjacencies, ospfInterfaces, upSessions } from '../../src/lab/daemon-state.ts';
import { readInterfaces, readRoutes } from '../../src/lab/kernel-state.ts';
import type { RouterState } from '../../src/lab/router-state.ts';

const ospf = { area: '0.0.0.0', network: 'point-to-point', passive: false, hello: 10, dead: 40 } as const;
const good: RouterState = {
  interfaces: new Map([['swp1', { up: true, mtu: 9214, addresses: ['10.254.0.1/31'], ospf }]]),
  adjacencies: new Set(['v2 swp1']),
  sessions: new Set(['10.255.0.1 ipv4']),
  routes: new Map([['10.20.0.0/24', ['swp1 via 10.254.0.0']]]),
};
const compare = (seen: Partial<RouterState>) =>
  compareStates(new Map([['leaf1', good]]), new Map([['leaf1', { ...good, ...seen }]]));

const swp1 = (change: object) => ({
  interfaces: new Map([['swp1', { up: true, mtu: 9214, addresses: ['10.254.0.1/31'], ospf, ...change }]]),
});

describe('a comparison', () => {
  it('finds nothing where all is as predicted', () => {
    expect(compare({})).toEqual([]);
    // What a kernel has besides is no difference.
    expect(
      compare({ interfaces: new Map([...good.interfaces, ['eth0', { up: true, mtu: 1500, addresses: [] }]]) }),
    ).toEqual([]);
  });

  const base = { device: 'leaf1', subject: 'swp1' };
  it.each([
    [swp1({ mtu: 1500 }), { check: 'interface', ...base, predicted: 'MTU 9214', found: 'MTU 1500' }],
    [swp1({ up: false }), { check: 'interface', ...base, predicted: 'up', found: 'down' }],
    [swp1({ addresses: [] }), { check: 'interface', ...base, predicted: '10.254.0.1/31', found: 'no address' }],
    [{ interfaces: new Map() }, { check: 'interface', ...base, predicted: 'an interface', found: 'none' }],
    [
      swp1({ ospf: { ...ospf, area: '0.0.0.1', hello: 1 } }),
      { check: 'ospf', ...base, predicted: 'area 0.0.0.0, hello 10 s', found: 'area 0.0.0.1, hello 1 s' },
    ],
    [
      { adjacencies: new Set<string>() },
      { check: 'adjacency', device: 'leaf1', subject: 'v2 swp1', predicted: 'up', found: 'not up' },
    ],
    [
      { sessions: new Set(['10.255.0.1 ipv4', '10.255.0.9 ipv4']) },
      { check: 'session', device: 'leaf1', subject: '10.255.0.9 ipv4', predicted: 'none', found: 'up' },
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

const farEnd = (device: string, link: string): string | undefined =>
  `${device} ${link}` === 'spine1 swp5' ? 'leaf1 swp1' : undefined;

describe('causes', () => {
  const root = {
    check: 'interface',
    device: 'leaf1',
    subject: 'swp1',
    predicted: 'MTU 9214',
    found: 'MTU 1500',
  } as const;
  const cause = 'leaf1 swp1 has MTU 1500, planned MTU 9214';

  it('are settings at the far end of the cable', () => {
    const lost = {
      check: 'adjacency',
      device: 'spine1',
      subject: 'v2 swp5',
      predicted: 'up',
      found: 'not up',
    } as const;
    const route = {
      check: 'route',
      device: 'spine1',
      subject: '10.0.0.0/8',
      predicted: 'swp5, swp6',
      found: 'swp6',
    } as const;
    expect(explain([root, lost, route], farEnd)).toEqual([root, { ...lost, cause }, { ...route, cause }]);
  });

  it('are not made up for a cable that nothing is wrong with', () => {
    const other = {
      check: 'adjacency',
      device: 'spine2',
      subject: 'v2 swp5',
      predicted: 'up',
      found: 'not up',
    } as const;
    expect(explain([root, other], farEnd)).toEqual([root, other]);
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
      lo: { up: true, mtu: 65536, addresses: ['10.255.0.1/32'] },
      swp1: { up: false, mtu: 9214, addresses: [] },
    });
  });

  it('read the daemons', () => {
    const bgp = { ipv4Unicast: { peers: { '10.255.0.1': { state: 'Established' }, swp1: { state: 'Active' } } } };
    expect([...upSessions({ bgp })]).toEqual(['10.255.0.1 ipv4']);
    const ospfNeighbours = {
      neighbors: {
        '10.255.0.1': [{ nbrState: 'Full/-', ifaceName: 'swp1:10.254.0.1' }],
        '10.255.0.2': [{ nbrState: 'ExStart/-', ifaceName: 'swp2:10.254.0.3' }],
      },
    };
    const ospf6Neighbours = { neighbors: [{ state: 'Full', interfaceName: 'swp1' }] };
    expect([...fullAdjacencies({ ospfNeighbours, ospf6Neighbours })]).toEqual(['v2 swp1', 'v3 swp1']);
    expect([...fullAdjacencies({ ospfNeighbours: undefined, ospf6Neighbours: undefined })]).toEqual([]);
    const one = { area: '0.0.0.0', networkType: 'POINTOPOINT', timerMsecs: 10_000, timerDeadSecs: 40 };
    expect(ospfInterfaces({ ospfInterfaces: { interfaces: { swp1: one } } }).get('swp1')).toEqual(ospf);
  });
});
