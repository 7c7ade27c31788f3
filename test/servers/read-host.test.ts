import { describe, expect, it } from 'vitest';
import type { Interface } from '../../src/device/device.ts';
import { commentText } from '../../src/servers/comment.ts';
import { readHost } from '../../src/servers/read-host.ts';
import { bond, empty, lacp, management, nic, port, routed, server, servers, storage, sub, tagged } from './fixtures.ts';

const two = [port(1), port(2)];
const members = two.map((at) => nic(at, { type: 'member', lag: 0 }, 1500));

function read(...interfaces: Interface[]) {
  const host = readHost(server('one', interfaces));
  return [...host.nics, ...host.bonds, ...host.vlans].map((one) => one.link);
}

function resolving(...interfaces: Interface[]): string[] {
  return read(...interfaces)
    .filter((one) => one.resolves)
    .map((one) => one.name);
}

describe('reading a host', () => {
  it('gives a bond and its members the MTU of the largest VLAN on it', () => {
    const found = read(...members, bond(two, lacp, 1500, empty), tagged.service, tagged.storage);
    expect(found.map(({ name, mtu }) => `${name} ${mtu}`)).toEqual([
      'eth0 9000',
      'eth1 9000',
      'bond0 9000',
      'vlan20 1500',
      'vlan30 9000',
    ]);
  });

  it('keeps the packets of an untagged network small when larger VLANs share its link', () => {
    const routes = read(...members, bond(two, lacp, 1500, management), tagged.storage).map((one) => one.routes);
    expect(routes.map((list) => list.map((route) => route.mtu))).toEqual([[], [], [1500], [null]]);
  });

  it('reaches resolvers where the default route is, wherever that stands', () => {
    const trunk = [...members, bond(two, lacp, 9000, empty)];
    expect(resolving(...trunk, tagged.management, tagged.storage)).toEqual(['vlan10']);
    expect(resolving(...trunk, tagged.storage, tagged.management)).toEqual(['vlan10']);
    expect(resolving(...trunk, tagged.storage, tagged.service)).toEqual(['vlan30']);
    expect(resolving(...trunk)).toEqual([]);
  });

  it('puts IPv6 where there is an address of it, or sessions need link-local ones', () => {
    expect(read(nic(port(1), management, 1500)).map(({ ipv6 }) => ipv6)).toEqual([false]);
    expect(read(nic(port(1), routed(['2001:db8::1/64']), 1500)).map(({ ipv6 }) => ipv6)).toEqual([true]);
    expect(read(nic(port(1), { ...empty, linkLocal: true }, 1500)).map(({ ipv6 }) => ipv6)).toEqual([true]);
  });

  it('reaches a router, and its resolvers, over whichever port is up', () => {
    const host = readHost(servers['routed-numbered']!);
    expect(host.loopback?.addresses).toEqual(['10.255.1.13/32', '10.99.0.1/32', '2001:db8:255::13/128']);
    expect(host.nics.map(({ link }) => [link.resolves, link.optional])).toEqual([
      [false, true],
      [false, true],
    ]);
    expect(readHost(servers['single-untagged']!)).toMatchObject({
      loopback: null,
      nics: [{ link: { resolves: true, optional: false } }],
    });
  });

  it('says what each interface is for', () => {
    const host = readHost(servers['lacp-untagged']!);
    expect(host.place).toBe('object, rack z1r1, zone 1');
    expect([...host.nics, ...host.bonds, ...host.vlans].map((one) => one.link.comment)).toEqual([
      'to z1r1-leaf1 port 1',
      'to z1r1-leaf1 port 49/2',
      'bond of eth0 and eth1',
      'service, VLAN 20',
      'storage, VLAN 30',
    ]);
  });

  it('names ports and bonds itself where nobody did', () => {
    const { name: _, ...unnamed } = bond([], lacp, 1500, empty);
    const { name: __, ...bare } = port(3);
    expect(read(unnamed, nic(bare, empty, 1500)).map((one) => one.name)).toEqual(['eth2', 'bond0']);
  });

  const lag = bond(two, lacp, 1500, empty);
  it.each<[string, Interface[]]>([
    ['a bridged interface', [nic(port(1), { type: 'bridged', tagged: [], edge: true }, 1500)]],
    ['a VRF', [nic(port(1), { ...empty, vrf: 'red' }, 1500)]],
    ['a loopback', [{ kind: 'loopback', description: '', mtu: 1500, addresses: [] }]],
    ['an interface with extra lines', [{ ...nic(port(1), empty, 1500), extra: ['x'] }]],
    ['passive LACP', [{ ...lag, protocol: { type: 'lacp', rate: 'fast', active: false } }]],
    ['a member of LAG 0, which is not there,', members],
    ['VLAN 30 on a LAG that is not there', [tagged.storage]],
    ['VLAN 30 on two interfaces', [lag, tagged.storage, sub({ port: port(1) }, 30, 'again', 1500, storage)]],
  ])('refuses %s, naming the server', (what, interfaces) => {
    expect(() => read(...interfaces)).toThrow(`server one: ${what}`);
  });
});

it('refuses a server with lines for no format, and a second loopback', () => {
  const device = servers['routed']!;
  expect(() => readHost({ ...device, extra: ['x'] })).toThrow('a server with extra lines');
  const [loopback] = device.interfaces;
  expect(() => readHost({ ...device, interfaces: [loopback!, ...device.interfaces] })).toThrow('a loopback');
});

describe('comments', () => {
  it.each([
    ['storage, VLAN 30', 'storage, VLAN 30'],
    ['Speicher für 磁盘', 'Speicher für 磁盘'],
    ['swallows the next line \\', 'swallows the next line'],
    ['100% ${1 + 1}', '100  ${1 + 1}'],
    ['a\nb\u2028c\u0085d\ufeffe', 'a b c d e'],
    ['', ''],
  ])('%j becomes %j', (text, safe) => {
    expect(commentText(text)).toBe(safe);
  });
});
