import type {
  BgpFamily,
  BgpGroup,
  BgpNeighbor,
  EthernetInterface,
  Interface,
  LagInterface,
  OspfInterface,
  Policy,
  Port,
  PrefixList,
  SviInterface,
  SwitchDevice,
} from '../../src/device/device.ts';
import { type Family, parseIp, parsePrefix } from '../../src/ip/index.ts';

/*
 * Switches by hand that together use every part of the device model: what each target is tested with before, and
 * besides, what designs make.
 */

const ip = (text: string) => parseIp(text)!;

function prefix(text: string) {
  const found = parsePrefix(text);
  if ('fault' in found) throw new Error(text);
  return found;
}

function address(text: string) {
  const [own = '', length = ''] = text.split('/');
  return { ip: ip(own), length: Number(length) };
}

const port100 = (panel: number): Port => ({ panel, channels: 1, lanes: 4, speed: 100, maxSpeed: 100 });
const port25 = (panel: number): Port => ({ panel, channels: 1, lanes: 1, speed: 25, maxSpeed: 25 });

const active: OspfInterface = {
  area: '0.0.0.0',
  passive: false,
  pointToPoint: true,
  cost: 4,
  bfd: true,
  helloInterval: 10,
  deadInterval: 40,
  retransmitInterval: 1,
};
const passive: OspfInterface = { ...active, passive: true, bfd: false };

const span = { file: { path: 'fixture.yaml', text: '' }, start: 0, end: 0 };

const blank: SwitchDevice = {
  kind: 'switch',
  name: 'leaf1',
  role: 'leaf',
  location: { rack: 'r1', zone: '1', unit: 42 },
  system: {
    fabric: 'fixture',
    timezone: 'UTC',
    ntp: ['192.0.2.1'],
    dns: ['192.0.2.2'],
    syslog: ['192.0.2.3'],
    users: [],
  },
  interfaces: [],
  extra: [],
  span,
  os: 'none',
  platform: { id: 'arista-7050sx3-48yc8', vendor: 'Arista', model: '7050SX3-48YC8' },
  management: { vrf: 'mgmt', address: address('10.253.0.11/24'), gateway: ip('10.253.0.1') },
  vlans: [],
  vrfs: [],
  edge: { bpduGuard: true, stormControl: { broadcast: 1, multicast: 5 } },
  spanningTree: { priority: 32768 },
  policies: { prefixLists: [], communityLists: [], policies: [] },
  maintenance: false,
};

const loopback = (...addresses: string[]): Interface => ({
  kind: 'loopback',
  description: 'router id and BGP peering',
  mtu: 9214,
  addresses: addresses.map(address),
});

const uplink = (panel: number, spine: string, mode: Partial<EthernetInterface['mode']> = {}): EthernetInterface => ({
  kind: 'ethernet',
  description: '',
  mtu: 9214,
  port: port100(panel),
  peer: { device: spine, port: port100(1), kind: 'switch', target: 'eos' },
  mode: { type: 'routed', addresses: [], routes: [], ...mode } as EthernetInterface['mode'],
});

const svi = (vlan: number, own: readonly string[], more: Partial<SviInterface> = {}): SviInterface => ({
  kind: 'svi',
  vlan,
  description: `network ${vlan}`,
  mtu: 9000,
  addresses: own.map(address),
  gateways: [],
  dhcpRelay: [],
  ...more,
});

const toServer = (panel: number, mode: EthernetInterface['mode']): EthernetInterface => ({
  kind: 'ethernet',
  description: 'object',
  mtu: 9000,
  port: port25(panel),
  peer: { device: `server${panel}`, port: { ...port25(1), name: 'eth0' }, kind: 'server', target: 'netplan' },
  mode,
});

const lag = (id: number, members: readonly Port[], more: Partial<LagInterface>): LagInterface => ({
  kind: 'lag',
  id,
  description: 'object',
  mtu: 9000,
  protocol: { type: 'lacp', rate: 'fast', active: true },
  members,
  minLinks: 1,
  hash: 'layer3+4',
  miimon: 100,
  mode: { type: 'bridged', tagged: [10, 20], edge: true },
  ...more,
});

const list = (name: string, family: Family, ...entries: string[]): PrefixList => ({
  name,
  family,
  entries: entries.map((text, index) => {
    const [base = '', le] = text.split(' le ');
    return { sequence: (index + 1) * 10, prefix: prefix(base), ...(le === undefined ? {} : { le: Number(le) }) };
  }),
});

const permit = (name: string, family: Family, matchPrefixList: string): Policy => ({
  name,
  family,
  steps: [
    {
      sequence: 10,
      action: 'permit',
      matchPrefixList,
      matchCommunityList: 'GRACEFUL-SHUTDOWN',
      setLocalPreference: 0,
      addCommunities: [],
      continue: false,
    },
    { sequence: 20, action: 'permit', matchPrefixList, addCommunities: [], continue: false },
  ],
});

const communityLists = [{ name: 'GRACEFUL-SHUTDOWN', communities: ['65535:0'] }];

const carries = (
  family: Family,
  importPolicy?: string,
  exportPolicy?: string,
  maximumPrefixes?: number,
): BgpFamily => ({
  family,
  ...(importPolicy === undefined ? {} : { importPolicy }),
  ...(exportPolicy === undefined ? {} : { exportPolicy }),
  ...(maximumPrefixes === undefined ? {} : { maximumPrefixes }),
  defaultOriginate: false,
});

const group = (name: string, more: Partial<BgpGroup>): BgpGroup => ({
  name,
  description: name.toLowerCase(),
  type: 'external',
  updateSourceLoopback: false,
  routeReflectorClient: false,
  nextHopSelf: false,
  addPath: false,
  bfd: false,
  extendedNextHop: false,
  allowOwnAs: 0,
  families: [carries(4)],
  ...more,
});

const neighbor = (at: string, of: string, more: Partial<BgpNeighbor> = {}): BgpNeighbor => ({
  peer: { type: 'address', ip: ip(at) },
  group: of,
  description: `device at ${at.replaceAll(':', ' ')}`,
  families: [],
  ...more,
});

const bgpBase = { multipathRelax: false, vrfs: [], aggregates: [], leaks: [], networks: [] } as const;
const ospf = { routerId: ip('10.255.0.11'), referenceBandwidth: 400000, maximumPaths: 64, maxMetricOnStartup: 60 };

/** A leaf of l3-ospf-ibgp, dual stack: OSPF of both versions, iBGP of both families, one LAG and one plain server. */
const dualStackLeaf: SwitchDevice = {
  ...blank,
  vlans: [
    { id: 10, name: 'management' },
    { id: 20, name: 'storage' },
  ],
  bfd: { interval: 100, multiplier: 3 },
  ospf: { ...ospf, spfThrottle: { initial: 0, hold: 20, maximum: 200 } },
  ospf3: { ...ospf, spfThrottle: { initial: 0, hold: 20, maximum: 200 } },
  bgp: {
    ...bgpBase,
    asn: 65000,
    routerId: ip('10.255.0.11'),
    maximumPaths: 64,
    groups: [
      group('SPINES', {
        type: 'internal',
        remoteAs: 65000,
        updateSourceLoopback: true,
        nextHopSelf: true,
        addPath: true,
        families: [carries(4, 'FROM-FABRIC', 'TO-SPINES', 64)],
      }),
      group('SPINES-V6', {
        type: 'internal',
        remoteAs: 65000,
        updateSourceLoopback: true,
        nextHopSelf: true,
        addPath: true,
        families: [carries(6, 'FROM-FABRIC-V6', 'TO-SPINES-V6', 64)],
      }),
    ],
    neighbors: [neighbor('10.255.0.1', 'SPINES'), neighbor('2001:db8:ff::1', 'SPINES-V6')],
    networks: [prefix('10.10.0.0/24'), prefix('10.20.0.0/24'), prefix('2001:db8:10::/64')],
  },
  policies: {
    communityLists,
    prefixLists: [
      list('FABRIC-NETWORKS', 4, '10.10.0.0/16 le 24', '10.20.0.0/16 le 24'),
      list('FABRIC-NETWORKS-V6', 6, '2001:db8:10::/48 le 64'),
      list('RACK-NETWORKS', 4, '10.10.0.0/24', '10.20.0.0/24'),
      list('RACK-NETWORKS-V6', 6, '2001:db8:10::/64'),
    ],
    policies: [
      permit('FROM-FABRIC', 4, 'FABRIC-NETWORKS'),
      permit('FROM-FABRIC-V6', 6, 'FABRIC-NETWORKS-V6'),
      permit('TO-SPINES', 4, 'RACK-NETWORKS'),
      permit('TO-SPINES-V6', 6, 'RACK-NETWORKS-V6'),
    ],
  },
  interfaces: [
    { ...loopback('10.255.0.11/32', '2001:db8:ff::11/128'), ospf: passive, ospf3: passive } as Interface,
    toServer(1, { type: 'member', lag: 1 }),
    toServer(2, { type: 'member', lag: 1 }),
    toServer(3, { type: 'bridged', tagged: [], native: 10, edge: true }),
    toServer(4, { type: 'bridged', tagged: [20], native: 10, edge: true }),
    uplink(49, 'spine1', {
      addresses: [address('10.254.0.1/31'), address('2001:db8:fe::1/127')],
      ospf: active,
      ospf3: active,
    } as object),
    uplink(50, 'spine2', {
      addresses: [address('10.254.0.3/31'), address('2001:db8:fe::3/127')],
      ospf: active,
      ospf3: active,
    } as object),
    lag(1, [port25(1), port25(2)], { peer: { device: 'server1', kind: 'server' } }),
    svi(10, ['10.10.0.1/24', '2001:db8:10::1/64'], {
      gateways: [
        { ip: ip('10.10.0.1'), type: 'own', priority: 110 },
        { ip: ip('2001:db8:10::1'), type: 'own', priority: 110 },
      ],
      routerAdvertisements: { lifetime: 1800, prefixes: [{ prefix: prefix('2001:db8:10::/64'), autonomous: false }] },
      dhcpRelay: [ip('10.1.0.10')],
    }),
    svi(20, ['10.20.0.1/24'], { gateways: [{ ip: ip('10.20.0.1'), type: 'own', priority: 110 }] }),
  ],
};

/** Its spine: reflects routes to leafs. */
const spine: SwitchDevice = {
  ...blank,
  name: 'spine1',
  role: 'spine',
  location: {},
  platform: { id: 'arista-7060cx2-32s', vendor: 'Arista', model: '7060CX2-32S' },
  bfd: { interval: 100, multiplier: 3 },
  ospf: { ...ospf, routerId: ip('10.255.0.1') },
  bgp: {
    ...bgpBase,
    asn: 65000,
    routerId: ip('10.255.0.1'),
    clusterId: ip('10.255.0.1'),
    maximumPaths: 64,
    groups: [
      group('LEAFS', {
        type: 'internal',
        remoteAs: 65000,
        updateSourceLoopback: true,
        routeReflectorClient: true,
        families: [carries(4, undefined, undefined, 16)],
      }),
    ],
    neighbors: [
      neighbor('10.255.0.11', 'LEAFS', { families: [carries(4, 'FROM-r1')] }),
      neighbor('10.255.0.12', 'LEAFS', { families: [carries(4, 'FROM-r2')] }),
    ],
  },
  policies: {
    communityLists,
    prefixLists: [list('RACK-r1', 4, '10.10.0.0/24', '10.20.0.0/24'), list('RACK-r2', 4, '10.10.1.0/24')],
    policies: [permit('FROM-r1', 4, 'RACK-r1'), permit('FROM-r2', 4, 'RACK-r2')],
  },
  interfaces: [
    { ...loopback('10.255.0.1/32'), ospf: passive } as Interface,
    uplink(1, 'leaf1', { addresses: [address('10.254.0.0/31')], ospf: active } as object),
    uplink(2, 'leaf2', { addresses: [address('10.254.0.32/31')], ospf: { ...active, cost: 10 } } as object),
  ],
};

/** A leaf of l3-ebgp with numbered links, dual stack: a session for each family on each link; a static LAG. */
const ebgpLeaf: SwitchDevice = {
  ...blank,
  name: 'leaf2',
  vlans: [{ id: 10, name: 'management' }],
  bfd: { interval: 100, multiplier: 3 },
  bgp: {
    ...bgpBase,
    asn: 4200000011,
    routerId: ip('10.255.0.12'),
    maximumPaths: 32,
    multipathRelax: true,
    groups: [
      group('SPINES', { remoteAs: 4200000000, bfd: true, families: [carries(4, 'FROM-FABRIC', 'TO-SPINES', 64)] }),
      group('SPINES-V6', { remoteAs: 4200000000, bfd: true, families: [carries(6, undefined, undefined, 64)] }),
    ],
    neighbors: [neighbor('10.254.0.32', 'SPINES'), neighbor('2001:db8:fe::20', 'SPINES-V6')],
    networks: [prefix('10.255.0.12/32'), prefix('10.10.1.0/24')],
  },
  policies: {
    communityLists,
    prefixLists: [
      list('FABRIC-NETWORKS', 4, '10.10.0.0/16 le 24'),
      list('RACK-NETWORKS', 4, '10.10.1.0/24', '10.255.0.12/32'),
    ],
    policies: [permit('FROM-FABRIC', 4, 'FABRIC-NETWORKS'), permit('TO-SPINES', 4, 'RACK-NETWORKS')],
  },
  interfaces: [
    loopback('10.255.0.12/32', '2001:db8:ff::12/128'),
    toServer(1, { type: 'member', lag: 1 }),
    toServer(2, { type: 'member', lag: 1 }),
    uplink(49, 'spine1', { addresses: [address('10.254.0.33/31'), address('2001:db8:fe::21/127')] } as object),
    lag(1, [port25(1), port25(2)], {
      protocol: { type: 'static' },
      mode: { type: 'bridged', tagged: [], native: 10, edge: true },
    }),
    svi(10, ['10.10.1.1/24'], { gateways: [{ ip: ip('10.10.1.1'), type: 'own', priority: 110 }] }),
  ],
};

/** A leaf of l3-ebgp without addresses on its links: one session a port carries both families. */
const unnumberedLeaf: SwitchDevice = {
  ...ebgpLeaf,
  name: 'leaf3',
  bgp: {
    ...ebgpLeaf.bgp!,
    asn: 65103,
    routerId: ip('10.255.0.13'),
    groups: [
      group('SPINES', {
        bfd: true,
        extendedNextHop: true,
        families: [carries(4, 'FROM-FABRIC', 'TO-SPINES', 64), carries(6)],
        timers: { keepalive: 3, hold: 9 },
      }),
    ],
    neighbors: [
      {
        peer: { type: 'port', port: port100(49) },
        group: 'SPINES',
        description: 'spine1',
        remoteAs: 65001,
        families: [],
      },
      {
        peer: { type: 'port', port: port100(50) },
        group: 'SPINES',
        description: 'spine2',
        remoteAs: 65002,
        families: [],
      },
    ],
  },
  interfaces: [
    loopback('10.255.0.13/32', '2001:db8:ff::13/128'),
    uplink(49, 'spine1', { linkLocal: true } as object),
    uplink(50, 'spine2', { linkLocal: true } as object),
    svi(10, ['10.10.1.1/24'], { gateways: [{ ip: ip('10.10.1.1'), type: 'own', priority: 110 }] }),
  ],
};

/** A border leaf: an upstream at each of two ports, aggregates and a default route. */
const border: SwitchDevice = {
  ...blank,
  name: 'border1',
  role: 'border',
  bfd: { interval: 300, multiplier: 3 },
  bgp: {
    ...bgpBase,
    asn: 65201,
    routerId: ip('10.255.0.21'),
    maximumPaths: 32,
    multipathRelax: true,
    groups: [
      group('SPINES', { bfd: true, remoteAs: 65001, families: [carries(4, 'FROM-FABRIC', 'TO-SPINES', 64)] }),
      group('isp-a', { bfd: true, remoteAs: 64500, families: [carries(4, 'FROM-isp-a', 'TO-isp-a', 16)] }),
      group('isp-a-V6', { remoteAs: 64500, families: [carries(6, 'FROM-isp-a-V6', 'TO-isp-a-V6', 16)] }),
    ],
    neighbors: [neighbor('10.254.1.0', 'SPINES'), neighbor('192.0.2.0', 'isp-a'), neighbor('2001:db8:a::', 'isp-a-V6')],
    aggregates: [prefix('10.10.0.0/16'), prefix('2001:db8:10::/48')],
  },
  policies: {
    communityLists,
    prefixLists: [
      list('FABRIC-NETWORKS', 4, '10.10.0.0/16 le 24'),
      list('DEFAULT', 4, '0.0.0.0/0'),
      list('DEFAULT-V6', 6, '::/0'),
      list('AGGREGATES', 4, '10.10.0.0/16'),
      list('AGGREGATES-V6', 6, '2001:db8:10::/48'),
    ],
    policies: [
      permit('FROM-FABRIC', 4, 'FABRIC-NETWORKS'),
      permit('TO-SPINES', 4, 'DEFAULT'),
      permit('FROM-isp-a', 4, 'DEFAULT'),
      permit('TO-isp-a', 4, 'AGGREGATES'),
      permit('FROM-isp-a-V6', 6, 'DEFAULT-V6'),
      permit('TO-isp-a-V6', 6, 'AGGREGATES-V6'),
    ],
  },
  interfaces: [
    loopback('10.255.0.21/32'),
    {
      ...uplink(31, 'x', { addresses: [address('192.0.2.1/31'), address('2001:db8:a::1/127')] } as object),
      description: 'upstream isp-a',
      mtu: 1500,
    },
    uplink(49, 'spine1', { addresses: [address('10.254.1.1/31')] } as object),
  ].map((one) => (one.kind === 'ethernet' && one.port.panel === 31 ? withoutPeer(one) : one)),
};

function withoutPeer(one: EthernetInterface): EthernetInterface {
  const { peer: _none, ...rest } = one;
  return rest;
}

const mlagBase = {
  domain: 1,
  peerLink: 100,
  vlan: 4094,
  systemMac: '02:00:5e:01:00:01',
  reloadDelay: { mlagPorts: 300, otherPorts: 330 },
} as const;

/** First of two leafs that are an MLAG pair under L3: server LAGs over both, anycast gateways, a routed path over the peer link. */
const mlagLeaf: SwitchDevice = {
  ...dualStackLeaf,
  name: 'leaf5',
  gatewayMac: '02:00:5e:00:01:01',
  vlans: [...dualStackLeaf.vlans, { id: 4093, name: 'leaf-pair' }, { id: 4094, name: 'mlag-peer' }],
  mlag: {
    ...mlagBase,
    peer: 'leaf6',
    local: ip('169.254.1.0'),
    remote: ip('169.254.1.1'),
    keepalive: { local: ip('10.253.0.11'), remote: ip('10.253.0.12'), vrf: 'mgmt' },
    priority: 100,
  },
  interfaces: [
    ...dualStackLeaf.interfaces.flatMap((one) =>
      one.kind === 'svi' || one.kind === 'lag' || (one.kind === 'ethernet' && one.port.panel === 2) ? [] : [one],
    ),
    { ...uplink(55, 'leaf6'), mode: { type: 'member', lag: 100 } },
    { ...uplink(56, 'leaf6'), mode: { type: 'member', lag: 100 } },
    lag(1, [port25(1)], { mlag: 1, peer: { device: 'server1', kind: 'server' } }),
    lag(100, [port100(55), port100(56)], {
      description: 'peer link',
      mtu: 9214,
      peer: { device: 'leaf6', kind: 'switch' },
      mode: { type: 'bridged', tagged: [10, 20, 4093, 4094], edge: false },
    }),
    svi(10, ['10.10.0.2/24', '2001:db8:10::2/64'], {
      gateways: [
        { ip: ip('10.10.0.1'), type: 'anycast', priority: 110 },
        { ip: ip('2001:db8:10::1'), type: 'anycast', priority: 110 },
      ],
    }),
    svi(4093, ['10.254.15.254/31'], { mtu: 9214, description: 'routed path to leaf6', ospf: { ...active, cost: 40 } }),
    svi(4094, ['169.254.1.0/31'], { mtu: 9214, description: 'MLAG peer' }),
  ],
};

/** First of the two cores of the layered layer-2 design: root of the spanning tree and gateway of all VLANs, in two VRFs. */
const mlagCore: SwitchDevice = {
  ...blank,
  name: 'core1',
  role: 'spine',
  location: {},
  gatewayMac: '02:00:5e:00:01:01',
  spanningTree: { priority: 4096 },
  platform: { id: 'arista-7060cx2-32s', vendor: 'Arista', model: '7060CX2-32S' },
  vlans: [
    { id: 10, name: 'management' },
    { id: 20, name: 'storage' },
    { id: 4094, name: 'mlag-peer' },
  ],
  vrfs: [{ name: 'storage', routeDistinguisher: '10.255.0.1:1' }],
  mlag: {
    ...mlagBase,
    domain: 2,
    peer: 'core2',
    local: ip('169.254.0.0'),
    remote: ip('169.254.0.1'),
    priority: 100,
  },
  interfaces: [
    { ...uplink(1, 'leaf1'), mode: { type: 'member', lag: 1 } },
    { ...uplink(31, 'core2'), mode: { type: 'member', lag: 100 } },
    { ...uplink(32, 'core2'), mode: { type: 'member', lag: 100 } },
    lag(1, [port100(1)], {
      mlag: 1,
      description: '',
      mtu: 9214,
      peer: { device: 'leaf1', kind: 'switch' },
      mode: { type: 'bridged', tagged: [10, 20], edge: false, rootGuard: true },
    }),
    lag(100, [port100(31), port100(32)], {
      description: 'peer link',
      mtu: 9214,
      peer: { device: 'core2', kind: 'switch' },
      mode: { type: 'bridged', tagged: [10, 20, 4094], edge: false },
    }),
    svi(10, ['10.10.0.2/16'], { gateways: [{ ip: ip('10.10.0.1'), type: 'anycast', priority: 110 }] }),
    svi(20, ['10.20.0.2/16'], { vrf: 'storage', gateways: [{ ip: ip('10.20.0.1'), type: 'anycast', priority: 110 }] }),
    svi(4094, ['169.254.0.0/31'], { mtu: 9214, description: 'MLAG peer' }),
  ],
};

/** A leaf whose storage network has a VRF of its own, over VLANs on the routed links; the default instance takes its routes over. */
const vrfLeaf: SwitchDevice = {
  ...ebgpLeaf,
  name: 'leaf7',
  vlans: [
    { id: 10, name: 'management' },
    { id: 30, name: 'storage' },
  ],
  vrfs: [{ name: 'storage', routeDistinguisher: '10.255.0.17:1' }],
  bgp: {
    ...ebgpLeaf.bgp!,
    asn: 65107,
    routerId: ip('10.255.0.17'),
    groups: [group('SPINES', { remoteAs: 65001, bfd: true, families: [carries(4, 'FROM-FABRIC', 'TO-SPINES', 64)] })],
    neighbors: [neighbor('10.254.0.64', 'SPINES')],
    leaks: [{ from: 'storage', policies: [{ family: 4, policy: 'LEAK-storage' }] }],
    vrfs: [
      {
        vrf: 'storage',
        neighbors: [neighbor('10.254.0.66', 'SPINES')],
        networks: [prefix('10.30.1.0/24')],
        aggregates: [],
        leaks: [],
      },
    ],
  },
  policies: {
    communityLists,
    prefixLists: [...ebgpLeaf.policies.prefixLists, list('LEAK-storage', 4, '10.30.0.0/16 le 24')],
    policies: [...ebgpLeaf.policies.policies, permit('LEAK-storage', 4, 'LEAK-storage')],
  },
  interfaces: [
    loopback('10.255.0.17/32'),
    uplink(49, 'spine1', { addresses: [address('10.254.0.65/31')] } as object),
    {
      kind: 'sub',
      parent: { port: port100(49) },
      vlan: 101,
      description: 'VRF storage',
      mtu: 9214,
      mode: { type: 'routed', addresses: [address('10.254.0.67/31')], routes: [], vrf: 'storage' },
    },
    svi(10, ['10.10.1.1/24'], { gateways: [{ ip: ip('10.10.1.1'), type: 'own', priority: 110 }] }),
    svi(30, ['10.30.1.1/24'], { vrf: 'storage', gateways: [{ ip: ip('10.30.1.1'), type: 'own', priority: 110 }] }),
  ],
};

/** A leaf to whose ports servers route (a session over the link's link-local addresses), each with its own filter. */
const routedHostLeaf: SwitchDevice = {
  ...ebgpLeaf,
  name: 'leaf8',
  vlans: [],
  bgp: {
    ...ebgpLeaf.bgp!,
    groups: [
      group('SPINES', { remoteAs: 4200000000, bfd: true, families: [carries(4, 'FROM-FABRIC', 'TO-SPINES', 64)] }),
      group('HOSTS', {
        bfd: true,
        extendedNextHop: true,
        families: [{ ...carries(4, undefined, 'TO-HOSTS', 4), defaultOriginate: true }],
      }),
    ],
    neighbors: [
      neighbor('10.254.0.32', 'SPINES'),
      {
        peer: { type: 'port', port: port25(1) },
        group: 'HOSTS',
        description: 'server1',
        remoteAs: 4200100000,
        families: [{ family: 4, importPolicy: 'FROM-server1', defaultOriginate: true }],
      },
    ],
  },
  policies: {
    communityLists,
    prefixLists: [
      ...ebgpLeaf.policies.prefixLists,
      list('HOST-server1', 4, '10.252.0.1/32', '10.99.0.1/32'),
      list('DEFAULT', 4, '0.0.0.0/0'),
    ],
    policies: [
      ...ebgpLeaf.policies.policies,
      permit('FROM-server1', 4, 'HOST-server1'),
      permit('TO-HOSTS', 4, 'DEFAULT'),
    ],
  },
  interfaces: [
    loopback('10.255.0.12/32'),
    toServer(1, { type: 'routed', addresses: [], routes: [], linkLocal: true }),
    uplink(49, 'spine1', { addresses: [address('10.254.0.33/31')] } as object),
  ],
};

/** By what each shows. */
export const fixtureDevices: Readonly<Record<string, SwitchDevice>> = {
  dualStackLeaf,
  spine,
  ebgpLeaf,
  unnumberedLeaf,
  border,
  mlagLeaf,
  mlagCore,
  vrfLeaf,
  routedHostLeaf,
};
