import type {
  BridgedMode,
  Gateway,
  OspfInterface,
  Policies,
  SwitchDevice,
  System,
} from '../../../src/device/device.ts';
import {
  activeOspf,
  address,
  bare,
  bareSystem,
  carries,
  group,
  ip,
  lag,
  loopback,
  member,
  neighbor,
  permit,
  plainBgp,
  prefix,
  qsfp,
  qsfpDd,
  routed,
  secret,
  serverPeer,
  sfp,
  svi,
  switchPeer,
} from './parts.ts';

const passwordHash =
  '$6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/';
const key = (owner: string) =>
  `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINtN3iqRitF+ZjPvk/uZ9dyFtOyj97IuOoIwpKSQFFea ${owner}`;

const system: System = {
  fabric: 'swift',
  domain: 'swift.example.net',
  timezone: 'Europe/Berlin',
  ntp: ['10.253.0.10', 'time.example.net'],
  dns: ['10.253.0.10', '10.253.0.11'],
  syslog: ['10.253.0.12'],
  users: [
    { name: 'netops', role: 'admin', passwordHash, sshKeys: [key('netops@desk'), key('netops@laptop')] },
    { name: 'noc', role: 'operator', sshKeys: [key('noc@example.net')] },
  ],
  snmp: {
    community: secret('SNMP_COMMUNITY'),
    location: 'Hall 2, row 7',
    contact: 'netops@example.net',
    clients: ['10.253.0.0/24', '10.253.9.9/32'],
  },
};

const spinePlatform = { id: 'arista-7060cx2-32s', vendor: 'Arista', model: 'DCS-7060CX2-32S' };
const bfd = { interval: 100, multiplier: 3 };
const spfThrottle = { initial: 0, hold: 20, maximum: 200 };

/** Filters as the design makes them: routes about to go away come last. */
function accepting(name: string, list: string): Policies['policies'][number] {
  const matchPrefixList = list;
  return {
    name,
    family: 4,
    steps: [
      permit(10, { matchPrefixList, matchCommunityList: 'GRACEFUL-SHUTDOWN', setLocalPreference: 0 }),
      permit(20, { matchPrefixList }),
    ],
  };
}

const gateway = (text: string, type: Gateway['type']): Gateway => ({ ip: ip(text), type, priority: 110 });

const communityLists = [{ name: 'GRACEFUL-SHUTDOWN', communities: ['65535:0'] }];
const rack = (name: string, ...prefixes: string[]) => ({
  name,
  family: 4 as const,
  entries: prefixes.map((text, index) => ({ sequence: (index + 1) * 10, prefix: prefix(text) })),
});
const pools = {
  name: 'FABRIC-NETWORKS',
  family: 4 as const,
  entries: [
    { sequence: 10, prefix: prefix('10.10.0.0/16'), le: 24 },
    { sequence: 20, prefix: prefix('10.30.0.0/16'), le: 24 },
  ],
};

const spine: SwitchDevice = bare('spine1', {
  role: 'spine',
  system,
  platform: spinePlatform,
  management: { vrf: 'mgmt', address: address('10.253.0.21/18'), gateway: ip('10.253.0.1') },
  interfaces: [
    loopback('10.255.0.1'),
    routed(qsfp(1), switchPeer('z1r1-leaf1', qsfp(49)), '10.254.0.0/31'),
    routed(qsfp(2), switchPeer('z1r2-leaf1', qsfp(49)), '10.254.0.2/31'),
  ],
  bfd,
  ospf: {
    routerId: ip('10.255.0.1'),
    referenceBandwidth: 400000,
    maximumPaths: 64,
    spfThrottle,
    maxMetricOnStartup: 60,
  },
  policies: {
    communityLists,
    prefixLists: [rack('RACK-z1r1', '10.10.0.0/24', '10.30.0.0/24'), rack('RACK-z1r2', '10.10.1.0/24', '10.30.1.0/24')],
    policies: [accepting('FROM-z1r1', 'RACK-z1r1'), accepting('FROM-z1r2', 'RACK-z1r2')],
  },
  bgp: {
    ...plainBgp,
    asn: 65000,
    routerId: ip('10.255.0.1'),
    clusterId: ip('10.255.0.1'),
    maximumPaths: 64,
    groups: [
      group('LEAFS', {
        description: 'clients',
        routeReflectorClient: true,
        families: [carries(4, { maximumPrefixes: 16 })],
      }),
    ],
    neighbors: [
      neighbor('10.255.4.1', 'LEAFS', {
        description: 'z1r1-leaf1',
        families: [carries(4, { importPolicy: 'FROM-z1r1' })],
      }),
      neighbor('10.255.4.2', 'LEAFS', {
        description: 'z1r2-leaf1',
        families: [carries(4, { importPolicy: 'FROM-z1r2', maximumPrefixes: 32 })],
      }),
    ],
  },
});

const serverTrunk: BridgedMode = { type: 'bridged', tagged: [10, 20, 30], edge: true };
const vlans = [
  { id: 10, name: 'management' },
  { id: 20, name: 'service' },
  { id: 30, name: 'storage' },
];

const leaf: SwitchDevice = bare('z1r1-leaf1', {
  system,
  management: { vrf: 'mgmt', address: address('10.253.4.1/18'), gateway: ip('10.253.0.1') },
  vlans,
  edge: { bpduGuard: true, stormControl: { broadcast: 0.5, multicast: 5 } },
  interfaces: [
    loopback('10.255.4.1'),
    member(sfp(1), serverPeer('object-01', 1), 1),
    member(sfp(2), serverPeer('object-01', 2), 1),
    member(sfp(3), serverPeer('object-02', 1), 3),
    member(sfp(4), serverPeer('object-02', 2), 3),
    member(sfp(5), serverPeer('proxy-01', 1), 5, 'proxy'),
    {
      kind: 'ethernet',
      description: 'account',
      mtu: 9000,
      port: sfp(6),
      peer: serverPeer('account-01', 1),
      mode: { type: 'bridged', tagged: [20, 30], native: 10, edge: true },
    },
    routed(qsfp(49), switchPeer('spine1', qsfp(1)), '10.254.0.1/31'),
    routed(qsfp(50), switchPeer('spine2', qsfp(1)), '10.254.0.5/31', { ...activeOspf, cost: 10 }),
    lag(1, { members: [sfp(1), sfp(2)], peer: { device: 'object-01', kind: 'server' }, mode: serverTrunk }),
    lag(3, {
      members: [sfp(3), sfp(4)],
      peer: { device: 'object-02', kind: 'server' },
      protocol: { type: 'lacp', rate: 'slow', active: false },
      mode: { ...serverTrunk, native: 10, tagged: [20, 30] },
    }),
    lag(5, {
      description: 'proxy',
      members: [sfp(5)],
      peer: { device: 'proxy-01', kind: 'server' },
      mode: { type: 'bridged', tagged: [], native: 20, edge: true },
    }),
    svi(10, '10.10.0.1/24', {
      gateways: [gateway('10.10.0.1', 'own')],
      dhcpRelay: [ip('10.10.255.10'), ip('10.10.255.11')],
    }),
    svi(20, '10.20.0.1/24', { gateways: [gateway('10.20.0.1', 'own')] }),
    svi(30, '10.30.0.1/24', { gateways: [gateway('10.30.0.1', 'own')], mtu: 9000 }),
  ],
  bfd,
  ospf: { ...spine.ospf!, routerId: ip('10.255.4.1'), maximumPaths: 8 },
  policies: {
    communityLists,
    prefixLists: [pools, rack('RACK-NETWORKS', '10.10.0.0/24', '10.20.0.0/24', '10.30.0.0/24')],
    policies: [
      accepting('FROM-FABRIC', 'FABRIC-NETWORKS'),
      { name: 'TO-SPINES', family: 4, steps: [permit(10, { matchPrefixList: 'RACK-NETWORKS' })] },
    ],
  },
  bgp: {
    ...plainBgp,
    asn: 65000,
    routerId: ip('10.255.4.1'),
    maximumPaths: 8,
    groups: [
      group('SPINES', {
        description: 'route reflectors',
        nextHopSelf: true,
        families: [carries(4, { importPolicy: 'FROM-FABRIC', exportPolicy: 'TO-SPINES', maximumPrefixes: 128 })],
      }),
    ],
    neighbors: [
      neighbor('10.255.0.1', 'SPINES', { description: 'spine1' }),
      neighbor('10.255.0.2', 'SPINES', { description: 'spine2' }),
    ],
    networks: [prefix('10.10.0.0/24'), prefix('10.20.0.0/24'), prefix('10.30.0.0/24')],
  },
});

/** One of two leafs of a rack: gateways that both have, a link between them, and a routed path over it without BFD. */
const md5: OspfInterface = {
  ...activeOspf,
  retransmitInterval: 1,
  authentication: { algorithm: 'md5', keyId: 7, key: secret('OSPF_KEY') },
};
const interlink = [qsfp(55), qsfp(56)];

const leafPair: SwitchDevice = bare('r1-leaf2', {
  system: { ...bareSystem, users: [{ name: 'admin', role: 'admin', passwordHash, sshKeys: [] }] },
  management: { vrf: 'mgmt', address: address('10.253.4.2/18'), gateway: ip('10.253.0.1') },
  vlans: [...vlans.slice(0, 2), { id: 4093, name: 'leaf-pair' }],
  gatewayMac: '02:00:00:00:00:01',
  interfaces: [
    loopback('10.255.4.2'),
    {
      kind: 'ethernet',
      description: 'compute',
      mtu: 1500,
      port: sfp(1),
      peer: serverPeer('compute-01', 2),
      mode: { type: 'bridged', tagged: [10, 20], edge: true },
    },
    routed(qsfp(49), switchPeer('spine1', qsfp(2)), '10.254.0.3/31', md5),
    ...interlink.map((port) => member(port, switchPeer('r1-leaf1', port), 55, 'interlink')),
    lag(55, {
      description: 'interlink',
      members: interlink,
      minLinks: 2,
      peer: { device: 'r1-leaf1', kind: 'switch' },
      mode: { type: 'bridged', tagged: [10, 20, 4093], edge: false },
    }),
    svi(10, '10.10.0.3/24', { gateways: [gateway('10.10.0.1', 'anycast')], dhcpRelay: [ip('10.10.255.10')] }),
    svi(20, '10.20.0.3/24', { gateways: [gateway('10.20.0.1', 'anycast')] }),
    svi(4093, '10.254.0.63/31', {
      description: 'routed path to r1-leaf1',
      mtu: 9214,
      ospf: { ...md5, cost: 40, bfd: false },
    }),
  ],
  bfd,
  ospf: { ...leaf.ospf!, routerId: ip('10.255.4.2') },
  policies: leaf.policies,
  bgp: {
    ...leaf.bgp!,
    routerId: ip('10.255.4.2'),
    groups: leaf.bgp!.groups.map((one) => ({ ...one, addPath: true })),
    networks: [prefix('10.10.0.0/24'), prefix('10.20.0.0/24')],
  },
});

/** Panel ports of several lanes, broken out in part; slower ports; a group of SFP ports that share a lane rate. */
const breakout: SwitchDevice = bare('r2-leaf1', {
  interfaces: [
    member(sfp(1, { speed: 10, speedGroup: 1 }), serverPeer('old-01', 1, 10), 1, 'old'),
    member(sfp(2, { speed: 10, speedGroup: 1 }), serverPeer('old-01', 2, 10), 1, 'old'),
    member(sfp(5, { speedGroup: 2 }), serverPeer('new-01', 1), 1, 'new'),
    routed(
      qsfp(49, { channels: 4, channel: 2, speed: 25 }),
      switchPeer('x1', qsfp(1, { channels: 4, channel: 4, speed: 25 })),
      '10.254.0.1/31',
    ),
    routed(qsfp(50, { channels: 2, channel: 1, speed: 50 }), switchPeer('x2', qsfp(1)), '10.254.0.3/31'),
    routed(qsfp(51, { speed: 40 }), switchPeer('x3', qsfp(1, { speed: 40, maxSpeed: 40 })), '10.254.0.5/31'),
    routed(qsfpDd(52, { channels: 4, channel: 1, speed: 100 }), switchPeer('x4', qsfp(1)), '10.254.0.7/31'),
    routed(qsfpDd(52, { channels: 4, channel: 3, speed: 100 }), switchPeer('x5', qsfp(1)), '10.254.0.9/31'),
    routed(qsfpDd(53), switchPeer('x6', qsfpDd(1)), '10.254.0.11/31'),
    lag(1, { members: [sfp(1), sfp(2)], mode: { type: 'routed', addresses: [address('10.0.0.1/31')], routes: [] } }),
  ],
  ospf: { routerId: ip('10.255.0.9'), referenceBandwidth: 100000, maximumPaths: 512, maxMetricOnStartup: 300 },
});

/** Timers and authentication other than EOS' own, and a management port that asks DHCP. */
const ospfAuth: SwitchDevice = bare('spine2', {
  role: 'spine',
  platform: spinePlatform,
  interfaces: [
    loopback('10.255.0.2'),
    routed(qsfp(1), switchPeer('leaf1', qsfp(50)), '10.254.1.0/31', {
      area: '0.0.0.7',
      passive: false,
      pointToPoint: true,
      bfd: false,
      helloInterval: 1,
      deadInterval: 4,
      retransmitInterval: 2,
      authentication: { algorithm: 'sha256', keyId: 1, key: secret('OSPF_KEY') },
    }),
  ],
  ospf: { routerId: ip('10.255.0.2'), referenceBandwidth: 100000, maximumPaths: 4, maxMetricOnStartup: 0 },
  policies: {
    prefixLists: [],
    communityLists: [{ name: 'LOCAL', communities: ['65000:1', '65000:2'] }],
    policies: [
      {
        name: 'TAGGED',
        family: 4,
        steps: [
          permit(10, { matchCommunityList: 'LOCAL', setLocalPreference: 200, continue: true }),
          { sequence: 15, action: 'deny', addCommunities: [], matchCommunityList: 'LOCAL', continue: false },
          permit(20, { addCommunities: ['65000:3', '65000:4'], continue: true }),
        ],
      },
    ],
  },
  bgp: {
    ...plainBgp,
    asn: 4200000000,
    routerId: ip('10.255.0.2'),
    clusterId: ip('10.255.0.2'),
    maximumPaths: 1000,
    groups: [
      group('LEAFS', {
        remoteAs: 4200000000,
        routeReflectorClient: true,
        addPath: true,
        password: secret('BGP_KEY'),
        families: [carries(4, { importPolicy: 'TAGGED' })],
      }),
    ],
    neighbors: [
      neighbor('10.255.4.9', 'LEAFS', { description: 'leaf9', families: [carries(4, { exportPolicy: 'TAGGED' })] }),
    ],
  },
});

/** One device a case; the name is that of the golden's folder. */
export const devices: Readonly<Record<string, SwitchDevice>> = {
  spine,
  leaf,
  'leaf-pair': leafPair,
  breakout,
  'ospf-auth': ospfAuth,
  'maintenance-leaf': { ...leaf, maintenance: true },
  'maintenance-spine': { ...spine, maintenance: true },
  bare: bare('box'),
};
