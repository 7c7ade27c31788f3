import { beforeAll, expect, it } from 'vitest';
import type { Bgp, Interface, SwitchDevice } from '../../../src/device/device.ts';
import { reload, runNetwork, vtysh, within } from '../../frr/frr-network.ts';
import { ip, prefix } from '../../servers/fixtures.ts';
import { describeWith } from '../../support/verifier.ts';
import { at, boxOf } from './boxes.ts';
import { fileOf } from './files.ts';
import { context, secret } from './fixtures.ts';
import { keyed, supported } from './whole-model.ts';

const { unnumberedLeaf, dualStackLeaf, border } = supported as Record<string, SwitchDevice & { bgp: Bgp }>;

const kindOf = (device: SwitchDevice, kind: Interface['kind'], number?: number): Interface =>
  device.interfaces.find(
    (one) =>
      one.kind === kind &&
      (number === undefined || (one.kind === 'ethernet' ? one.port.panel : 'vlan' in one ? one.vlan : 0) === number),
  )!;

const programs = ['zebra', 'bgpd', 'ospfd', 'ospf6d', 'bfdd', 'vtysh', 'unshare', 'ip'];

/** AS 65001 at the other end of swp49, with a rack of its own and a loopback of IPv6. */
const other: SwitchDevice = {
  ...unnumberedLeaf!,
  name: 'other',
  bgp: {
    ...unnumberedLeaf!.bgp,
    asn: 65001,
    routerId: ip('10.255.0.14'),
    neighbors: unnumberedLeaf!.bgp.neighbors.slice(0, 1).map((one) => ({ ...one, remoteAs: 65103 })),
    networks: [prefix('10.10.2.0/24'), prefix('2001:db8:ff::14/128')],
  },
  policies: {
    ...unnumberedLeaf!.policies,
    prefixLists: unnumberedLeaf!.policies.prefixLists.map((list) =>
      list.name === 'RACK-NETWORKS' ? { ...list, entries: [{ sequence: 10, prefix: prefix('10.10.2.0/24') }] } : list,
    ),
  },
  interfaces: [
    at(kindOf(unnumberedLeaf!, 'loopback'), '10.255.0.14/32', '2001:db8:ff::14/128'),
    kindOf(unnumberedLeaf!, 'ethernet', 49),
    at(kindOf(unnumberedLeaf!, 'svi', 10), '10.10.2.1/24'),
  ],
};

describeWith({ programs, root: true }, 'two switches without addresses on their link', () => {
  let answers: string[];
  beforeAll(() => {
    answers = runNetwork(
      [boxOf(unnumberedLeaf!, 'swp49'), boxOf(other, 'swp49')],
      ['leaf3 swp49 other swp49'],
      [
        within('leaf3', 'ip route show 10.10.2.0/24 proto bgp | grep -q via'),
        within('other', 'ip route show 10.10.1.0/24 proto bgp | grep -q via'),
        within('leaf3', 'ip -6 route show 2001:db8:ff::14 proto bgp | grep -q via'),
        `${vtysh('leaf3', 'show bfd peers brief')} | grep -q " up"`,
      ].join(' && '),
      [
        vtysh('leaf3', 'show ip route 10.10.2.0/24'),
        vtysh('other', 'show ip route 10.10.1.0/24'),
        within('leaf3', 'ip -6 route show 2001:db8:ff::14'),
        vtysh('leaf3', 'show bfd peers brief'),
        within('leaf3', 'ping -q -c 1 -W 2 -I 10.10.1.1 10.10.2.1'),
        within('leaf3', 'ip route show 10.255.0.14'),
        within('leaf3', 'ip route show 10.10.2.0/24'),
        vtysh('leaf3', 'show bfd peers'),
      ],
    );
  });

  it('have IPv4 routes with IPv6 next hops, by which packets go', () => {
    expect(answers[0]).toMatch(/\* fe80::[0-9a-f:]+, via swp49/);
    expect(answers[1]).toMatch(/\* fe80::[0-9a-f:]+, via swp49/);
    // To the kernel, zebra says so by an address of its own with the neighbour's MAC.
    expect(answers[6]).toMatch(/^10\.10\.2\.0\/24 via 169\.254\.0\.1 dev swp49 proto bgp .*onlink/);
    expect(answers[4]).toContain(' 0% packet loss');
  });

  it('carry IPv6 in the same session, where no policy forbids it', () => {
    expect(answers[2]).toMatch(/^2001:db8:ff::14 via fe80::[0-9a-f:]+ dev swp49 proto bgp/);
  });

  it('watch each other by BFD', () => {
    expect(answers[3]).toMatch(/ fe80::[0-9a-f:]+ +fe80::[0-9a-f:]+ +up/);
    expect(answers[7]).toContain('Receive interval: 100ms');
  });

  it('keep what the policies do not let through', () => {
    expect(answers[5]).toBe('');
  });
});

const dualLeaf: SwitchDevice = { ...dualStackLeaf!, interfaces: dualStackLeaf!.interfaces.map(keyed) };

/** The spine of the dual-stack leaf, as far as the leaf sees it. */
const spine: SwitchDevice = {
  ...dualStackLeaf!,
  name: 'spine',
  ospf: { ...dualStackLeaf!.ospf!, routerId: ip('10.255.0.1') },
  ospf3: { ...dualStackLeaf!.ospf3!, routerId: ip('10.255.0.1') },
  bgp: {
    ...dualStackLeaf!.bgp,
    routerId: ip('10.255.0.1'),
    neighbors: dualStackLeaf!.bgp.neighbors.map((one) => ({
      ...one,
      peer: { type: 'address', ip: ip(one.group === 'SPINES' ? '10.255.0.11' : '2001:db8:ff::11') },
    })),
    networks: [],
  },
  interfaces: [
    at(kindOf(dualStackLeaf!, 'loopback'), '10.255.0.1/32', '2001:db8:ff::1/128'),
    keyed(at(kindOf(dualStackLeaf!, 'ethernet', 49), '10.254.0.0/31', '2001:db8:fe::/127')),
  ],
};

describeWith({ programs: [...programs, 'frr-reload.py'], root: true }, 'a leaf and its spine in dual stack', () => {
  let answers: string[];
  beforeAll(() => {
    answers = runNetwork(
      [
        { ...boxOf(dualLeaf, 'swp49'), later: fileOf({ ...dualLeaf, maintenance: true }, 'frr.conf') },
        boxOf(spine, 'swp49'),
      ],
      ['leaf1 swp49 spine swp49'],
      [
        within('spine', 'ip route show 10.10.0.0/24 proto bgp | grep -q via'),
        within('spine', 'ip -6 route show 2001:db8:10::/64 proto bgp | grep -q via'),
        `[ "$(${vtysh('leaf1', 'show bfd peers')} | grep -c "Status: up")" = 2 ]`,
      ].join(' && '),
      [
        vtysh('leaf1', 'show ipv6 ospf6 neighbor'),
        vtysh('leaf1', 'show ip ospf neighbor'),
        within('spine', 'ip -6 route show 2001:db8:10::/64'),
        within('leaf1', 'ip -6 route show 2001:db8:ff::1'),
        vtysh('leaf1', 'show bfd peers'),
        vtysh('leaf1', 'show ipv6 ospf6 interface swp49'),
        reload('leaf1'),
        vtysh('leaf1', 'show running-config'),
      ],
    );
  });

  it('are neighbours in both versions of OSPF, on a link of two', () => {
    expect(answers[0]).toMatch(/10\.255\.0\.1 .* Full\/PointToPoint .* swp49/);
    expect(answers[1]).toMatch(/10\.255\.0\.1 .* Full\/- .* swp49:10\.254\.0\.1/);
    expect(answers[5]).toContain('Area ID 0.0.0.0, Cost 4\n');
    expect(answers[5]).toContain('Authentication trailer is enabled');
  });

  it('peer over loopbacks of IPv6, which OSPF version 3 leads to', () => {
    expect(answers[3]).toMatch(/^2001:db8:ff::1 via fe80::[0-9a-f:]+ dev swp49 proto ospf/);
    expect(answers[2]).toMatch(/^2001:db8:10::\/64 via fe80::[0-9a-f:]+ dev swp49 proto bgp/);
  });

  it('are drained by a file in maintenance that is loaded anew', () => {
    expect(answers[6]).toMatch(/^(?!.*Unknown|.*incomplete)[^]*status 0\n$/);
    for (const line of ['bgp graceful-shutdown', 'stub-router administrative', 'max-metric router-lsa administrative'])
      expect(answers[7]).toContain(`\n ${line}\n`);
    const key = context.readSecret(secret('OSPF_KEY'));
    expect(answers[7]).toContain(`\n ipv6 ospf6 authentication key-id 7 hash-algo md5 key ${key}\n`);
  });

  it('watch each other by BFD for both', () => {
    expect(answers[4]!.match(/Status: up$/gm)).toHaveLength(2);
    expect(answers[4]!.match(/Receive interval: 100ms$/gm)).toHaveLength(4);
  });
});

const external = (device: SwitchDevice & { bgp: Bgp }, group: string) => ({
  ...device.bgp.groups.find(({ name }) => name === group)!,
  remoteAs: device.bgp.asn,
});

/** The upstream: gives a default route of both families, and takes what it is given. */
const upstream: SwitchDevice = {
  ...border!,
  name: 'isp',
  bgp: {
    ...border!.bgp,
    asn: 64500,
    routerId: ip('192.0.2.0'),
    aggregates: [],
    groups: ['isp-a', 'isp-a-V6'].map((name) => {
      const group = external(border!, name);
      return { ...group, families: group.families.map(({ family }) => ({ family, defaultOriginate: true })) };
    }),
    neighbors: [
      { peer: { type: 'address', ip: ip('192.0.2.1') }, group: 'isp-a', description: 'border', families: [] },
      { peer: { type: 'address', ip: ip('2001:db8:a::1') }, group: 'isp-a-V6', description: 'border', families: [] },
    ],
  },
  policies: { prefixLists: [], communityLists: [], policies: [] },
  interfaces: [at(kindOf(border!, 'ethernet', 31), '192.0.2.0/31', '2001:db8:a::/127')],
};

/** A spine behind the border, that has a rack's network. */
const inside: SwitchDevice = {
  ...border!,
  name: 'inside',
  bgp: {
    ...border!.bgp,
    asn: 65001,
    routerId: ip('10.255.0.1'),
    aggregates: [],
    groups: [{ ...external(border!, 'SPINES'), families: [{ family: 4, defaultOriginate: false }] }],
    neighbors: [
      { peer: { type: 'address', ip: ip('10.254.1.1') }, group: 'SPINES', description: 'border', families: [] },
    ],
    networks: [prefix('10.10.1.0/24')],
  },
  policies: { prefixLists: [], communityLists: [], policies: [] },
  interfaces: [
    at(kindOf(border!, 'ethernet', 49), '10.254.1.0/31'),
    at(kindOf(unnumberedLeaf!, 'svi', 10), '10.10.1.1/24'),
  ],
};

describeWith({ programs, root: true }, 'a border between the fabric and an upstream', () => {
  let answers: string[];
  beforeAll(() => {
    answers = runNetwork(
      [boxOf(border!, 'swp31', 'swp49'), boxOf(upstream, 'swp31'), boxOf(inside, 'swp49')],
      ['border1 swp31 isp swp31', 'border1 swp49 inside swp49'],
      [
        within('isp', 'ip route show 10.10.0.0/16 proto bgp | grep -q via'),
        within('inside', 'ip route show default proto bgp | grep -q via'),
        within('border1', 'ip -6 route show default proto bgp | grep -q via'),
      ].join(' && '),
      [
        within('isp', 'ip route show proto bgp'),
        within('inside', 'ip route show proto bgp'),
        within('border1', 'ip route show 10.10.0.0/16'),
        within('border1', 'ip -6 route show default proto bgp'),
        within('border1', 'ip route get 10.10.77.1'),
      ],
    );
  });

  it('announces the aggregate alone', () => {
    expect(answers[0]).toMatch(/^10\.10\.0\.0\/16 via 192\.0\.2\.1 dev swp31 [^\n]*\n$/);
  });

  it('gives the default route of the upstream to the fabric, and nothing else', () => {
    expect(answers[1]).toMatch(/^default via 10\.254\.1\.1 dev swp49 [^\n]*\n$/);
    expect(answers[3]).toMatch(/^default via fe80::[0-9a-f:]+ dev swp31 /);
  });

  it('throws away what belongs to the aggregate and to nobody in it, so that nothing loops', () => {
    expect(answers[2]).toMatch(/^blackhole 10\.10\.0\.0\/16 /);
    expect(answers[4]).toMatch(/Invalid argument|unreachable/);
  });
});
