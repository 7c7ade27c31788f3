import { describe, expect, it } from 'vitest';
import type { Bgp, BgpGroup, BgpNeighbor, SwitchDevice } from '../../../src/device/device.ts';
import { after, childLines, find, parseConfig } from './config-tree.ts';
import { bare, carries, group, ip, neighbor, permit, plainBgp, prefix, qsfp, render } from './parts.ts';

const vrfs = [{ name: 'storage', routeDistinguisher: '10.0.0.1:1' }];

function withBgp(own: Partial<Bgp>, more: Partial<SwitchDevice> = {}): SwitchDevice {
  const bgp = { ...plainBgp, asn: 65100, routerId: ip('10.0.0.1'), maximumPaths: 8, groups: [], neighbors: [], ...own };
  return bare('box', { bgp, vrfs, ...more });
}

const blockOf = (device: SwitchDevice) => find(parseConfig(render(device)), 'router bgp');
const linesOf = (device: SwitchDevice): string[] => childLines(blockOf(device));
const familyLines = (device: SwitchDevice, family: number): string[] =>
  childLines(find(blockOf(device)!.children, `address-family ipv${family}`));

const external = (name: string, own: Partial<BgpGroup> = {}): BgpGroup => {
  const { remoteAs: _, ...rest } = group(name, { type: 'external', updateSourceLoopback: false, ...own });
  return rest;
};
const behind = (panel: number, of: string, own: Partial<BgpNeighbor> = {}): BgpNeighbor => ({
  ...neighbor('0.0.0.0', of, { remoteAs: 65001 + panel, ...own }),
  peer: { type: 'port', port: qsfp(panel) },
});

const policy = (name: string, family: 4 | 6) => ({
  name,
  family,
  steps: [permit(10, { matchPrefixList: name })],
});

/** The limit of a session whose families have these. */
const limits = (...families: (number | undefined)[]): string[] => {
  const lists = families.map((maximumPrefixes, index) =>
    carries(index === 0 ? 4 : 6, maximumPrefixes === undefined ? {} : { maximumPrefixes }),
  );
  return after('neighbor A maximum-routes', linesOf(withBgp({ groups: [external('A', { families: lists })] })));
};

describe('EOS BGP', () => {
  it('has the AS of a neighbour where the group has none', () => {
    const lines = linesOf(
      withBgp({ groups: [external('A')], neighbors: [neighbor('10.0.0.2', 'A', { remoteAs: 65001 })] }),
    );
    expect(after('neighbor 10.0.0.2', lines)).toEqual(['peer group A', 'remote-as 65001']);
    expect(after('neighbor A remote-as', lines)).toEqual([]);
  });

  it('says timers, BFD and the own AS in a path, where they are asked for', () => {
    const own = { timers: { keepalive: 3, hold: 9 }, bfd: true, allowOwnAs: 1 };
    const device = withBgp({ groups: [external('A', own), external('B')] }, { bfd: { interval: 100, multiplier: 3 } });
    const lines = linesOf(device);
    expect(after('neighbor A', lines)).toEqual(expect.arrayContaining(['timers 3 9', 'bfd', 'allowas-in 1']));
    expect(after('neighbor B', lines)).toEqual(['peer group', 'send-community', 'maximum-routes 0']);
    expect(childLines(find(parseConfig(render(device)), 'router bfd'))).toEqual([
      'interval 100 min-rx 100 multiplier 3 default',
    ]);
  });

  it.each([
    [true, 'external', ['bgp bestpath as-path multipath-relax']],
    [false, 'external', ['no bgp bestpath as-path multipath-relax']],
    [false, 'internal', []],
  ] as const)('takes paths for equal: %s, %s', (multipathRelax, type, expected) => {
    const lines = linesOf(withBgp({ multipathRelax, groups: [group('A', { type })] }));
    expect(lines.filter((line) => line.includes('multipath-relax'))).toEqual(expected);
  });

  it('limits a session of two families to the sum of theirs, if both have a limit', () => {
    expect(limits(64, 16)).toEqual(['80']);
    expect(limits(64, undefined)).toEqual(['0']);
    expect(limits(64)).toEqual(['64']);
  });

  it('says policies of a session of two families in each of them', () => {
    const families = [
      carries(4, { importPolicy: 'IN', exportPolicy: 'OUT' }),
      carries(6, { importPolicy: 'IN6', defaultOriginate: true }),
    ];
    const own = carries(6, { exportPolicy: 'OWN6' });
    const device = withBgp({
      groups: [external('A', { families, addPath: true })],
      neighbors: [neighbor('2001:db8::2', 'A', { families: [own] })],
    });
    expect(linesOf(device).filter((line) => /route-map|additional-paths/.test(line))).toEqual([]);
    expect(familyLines(device, 4)).toEqual([
      'neighbor A activate',
      'neighbor A additional-paths receive',
      'neighbor A route-map IN in',
      'neighbor A route-map OUT out',
      'neighbor A additional-paths send any',
    ]);
    expect(familyLines(device, 6)).toEqual([
      'neighbor A activate',
      'neighbor A additional-paths receive',
      'neighbor A route-map IN6 in',
      'neighbor A default-originate always',
      'neighbor A additional-paths send any',
      'neighbor 2001:db8::2 route-map OWN6 out',
    ]);
  });

  it('gives a neighbour behind a port that differs from its group a group for itself', () => {
    const groups = [external('HOSTS', { extendedNextHop: true })];
    const own = { families: [carries(4, { importPolicy: 'FROM-a' })], description: 'a' };
    const device = withBgp({ groups, neighbors: [behind(1, 'HOSTS', own), behind(2, 'HOSTS')] });
    const lines = linesOf(device);
    expect(after('neighbor interface', lines)).toEqual([
      'Ethernet1/1 peer-group HOSTS-Ethernet1-1 remote-as 65002',
      'Ethernet2/1 peer-group HOSTS remote-as 65003',
    ]);
    expect(after('neighbor HOSTS-Ethernet1-1', lines)).toEqual(expect.arrayContaining(['peer group', 'description a']));
    expect(familyLines(device, 4).filter((line) => line.includes('route-map'))).toEqual([
      'neighbor HOSTS-Ethernet1-1 route-map FROM-a in',
    ]);
    expect(lines).toContain('neighbor HOSTS peer group');
    expect(linesOf(withBgp({ groups, neighbors: [behind(1, 'HOSTS', own)] }))).not.toContain(
      'neighbor HOSTS peer group',
    );
  });

  it('says in a VRF what a group has in address families of the default instance', () => {
    const families = [carries(4, { importPolicy: 'IN' }), carries(6, { exportPolicy: 'OUT6' })];
    const device = withBgp({
      groups: [external('A', { families, extendedNextHop: true })],
      vrfs: [
        {
          vrf: 'storage',
          neighbors: [neighbor('10.0.0.2', 'A', { families: [carries(6, { exportPolicy: 'OWN6' })] }), behind(3, 'A')],
          networks: [prefix('2001:db8::/64')],
          aggregates: [prefix('10.30.0.0/16')],
          leaks: [],
        },
      ],
    });
    const vrf = find(blockOf(device)!.children, 'vrf storage')!;
    expect(childLines(vrf)).toEqual([
      'rd 10.0.0.1:1',
      'router-id 10.0.0.1',
      'neighbor 10.0.0.2 peer group A',
      'aggregate-address 10.30.0.0/16',
      'neighbor interface Ethernet3/1 peer-group A remote-as 65004',
      'address-family ipv4',
      'address-family ipv6',
    ]);
    expect(childLines(find(vrf.children, 'address-family ipv4'))).toEqual([
      'neighbor A activate',
      'neighbor A route-map IN in',
      'neighbor A next-hop address-family ipv6 originate',
      'neighbor 10.0.0.2 activate',
      'neighbor 10.0.0.2 route-map IN in',
      'neighbor 10.0.0.2 next-hop address-family ipv6 originate',
    ]);
    expect(childLines(find(vrf.children, 'address-family ipv6'))).toEqual([
      'neighbor A activate',
      'neighbor A route-map OUT6 out',
      'neighbor 10.0.0.2 activate',
      'neighbor 10.0.0.2 route-map OWN6 out',
      'network 2001:db8::/64',
    ]);
  });

  it('takes routes of both families over by one route map', () => {
    const policies = { prefixLists: [], communityLists: [], policies: [policy('L4', 4), policy('L6', 6)] };
    const both = [
      { family: 4, policy: 'L4' },
      { family: 6, policy: 'L6' },
    ] as const;
    const device = withBgp(
      {
        leaks: [{ from: 'storage', policies: both }],
        vrfs: [{ vrf: 'storage', neighbors: [], networks: [], aggregates: [], leaks: [{ policies: [both[0]] }] }],
      },
      { policies },
    );
    const blocks = parseConfig(render(device));
    const general = find(blocks, 'router general')!;
    expect(general.children.map(({ line, children }) => [line, children[0]?.line])).toEqual([
      ['vrf default', 'leak routes source-vrf storage subscribe-policy L4-AND-L6'],
      ['vrf storage', 'leak routes source-vrf default subscribe-policy L4'],
      ['exit', undefined],
    ]);
    const joined = blocks.filter(({ line }) => line.startsWith('route-map L4-AND-L6 '));
    expect(joined.map((block) => [block.line, childLines(block)])).toEqual([
      ['route-map L4-AND-L6 permit 10', ['match ip address prefix-list L4']],
      ['route-map L4-AND-L6 permit 20', ['match ipv6 address prefix-list L6']],
    ]);
  });

  it('finds a VRF that the switch has not to be a fault of heddle', () => {
    const other = { vrf: 'other', neighbors: [], networks: [], aggregates: [], leaks: [] };
    expect(() => render(withBgp({ vrfs: [other] }))).toThrow('no VRF other');
  });
});
