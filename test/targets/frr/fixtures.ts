import type {
  Bgp,
  BgpFamily,
  BgpGroup,
  BgpNeighbor,
  BridgedMode,
  EthernetInterface,
  Interface,
  LagInterface,
  OspfInterface,
  Peer,
  Policy,
  Port,
  SecretRef,
  SviInterface,
  SwitchDevice,
} from '../../../src/device/device.ts';
import type { RenderContext } from '../../../src/targets/target.ts';
import { address, ip, prefix } from '../../servers/fixtures.ts';

const span = { file: { path: 'fixture.yaml', text: '' }, start: 0, end: 0 };

export const secret = (name: string): SecretRef => ({ source: 'env', name, span });

export const context: RenderContext = {
  spellPeer: (target, port) => (target === 'netplan' ? `eth${port.panel - 1}` : `${target}-port${port.panel}`),
  readSecret: ({ name }) => ({ OSPF_KEY: 'k$1#"!|x', BGP_KEY: '#bgp\'s|"key"!', COMMUNITY: 'look"er' })[name] ?? '',
};

export const port = (panel: number, speed = 100, channel?: number): Port => ({
  panel,
  ...(channel === undefined ? {} : { channel }),
  channels: channel === undefined ? 1 : 4,
  lanes: speed < 100 && channel === undefined ? 1 : 4,
  speed,
  maxSpeed: channel === undefined ? speed : 100,
});

const toSwitch = (device: string, panel: number): Peer => ({
  device,
  port: port(panel),
  kind: 'switch',
  target: 'frr',
});

const toServer = (device: string, nic: number): Peer => ({
  device,
  port: { ...port(nic, 25), name: `eth${nic - 1}` },
  kind: 'server',
  target: 'netplan',
});

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

const uplink = (at: Port, peer: Peer, text: string, ospf: Partial<OspfInterface> = {}): EthernetInterface => ({
  kind: 'ethernet',
  description: '',
  mtu: 9214,
  port: at,
  peer,
  mode: { type: 'routed', addresses: [address(text)], ospf: { ...active, ...ospf }, routes: [] },
});

const loopback = (text: string): Interface => ({
  kind: 'loopback',
  description: 'router id and BGP peering',
  mtu: 9214,
  addresses: [address(`${text}/32`)],
  ospf: { ...active, passive: true, bfd: false },
});

const edge = (tagged: readonly number[], native?: number): BridgedMode => ({
  type: 'bridged',
  tagged,
  ...(native === undefined ? {} : { native }),
  edge: true,
});

const serverPort = (at: Port, peer: Peer, mode: EthernetInterface['mode'], mtu = 9000): EthernetInterface => ({
  kind: 'ethernet',
  description: peer.kind === 'server' ? 'object' : 'interlink',
  mtu,
  port: at,
  peer,
  mode,
});

const lag = (id: number, members: readonly Port[], peer: LagInterface['peer'], mode: BridgedMode): LagInterface => ({
  kind: 'lag',
  id,
  description: mode.edge ? 'object' : 'interlink',
  mtu: mode.edge ? 9000 : 9214,
  protocol: { type: 'lacp', rate: 'fast', active: true },
  members,
  minLinks: 1,
  hash: 'layer3+4',
  miimon: 100,
  ...(peer ? { peer } : {}),
  mode,
});

const svi = (vlan: number, name: string, mtu: number, own: string, more: Partial<SviInterface> = {}): SviInterface => ({
  kind: 'svi',
  vlan,
  description: name,
  mtu,
  addresses: [address(own)],
  gateways: [],
  dhcpRelay: [],
  ...more,
});

const gracefulShutdown = { name: 'GRACEFUL-SHUTDOWN', communities: ['65535:0'] };

const accept = (name: string, list: string): Policy => ({
  name,
  family: 4,
  steps: [
    {
      sequence: 10,
      action: 'permit',
      matchPrefixList: list,
      matchCommunityList: 'GRACEFUL-SHUTDOWN',
      setLocalPreference: 0,
      addCommunities: [],
      continue: false,
    },
    { sequence: 20, action: 'permit', matchPrefixList: list, addCommunities: [], continue: false },
  ],
});

const ipv4 = (more: Partial<BgpFamily> = {}): BgpFamily[] => [{ family: 4, defaultOriginate: false, ...more }];

const group = (name: string, more: Partial<BgpGroup>): BgpGroup => ({
  name,
  description: 'fabric',
  type: 'internal',
  remoteAs: 65000,
  updateSourceLoopback: true,
  routeReflectorClient: false,
  nextHopSelf: false,
  addPath: true,
  bfd: false,
  extendedNextHop: false,
  allowOwnAs: 0,
  families: ipv4(),
  ...more,
});

const plainBgp = { multipathRelax: false, aggregates: [], leaks: [], vrfs: [] } satisfies Partial<Bgp>;

const neighbor = (address: string, of: string, description: string, more: Partial<BgpNeighbor> = {}): BgpNeighbor => ({
  peer: { type: 'address', ip: ip(address) },
  group: of,
  description,
  families: [],
  ...more,
});

const base = {
  kind: 'switch',
  os: 'frr',
  platform: { id: 'linux', vendor: 'generic', model: 'Linux' },
  management: { vrf: 'mgmt' },
  vlans: [],
  vrfs: [],
  spanningTree: { priority: 32768 },
  extra: [],
  edge: { bpduGuard: true, stormControl: { broadcast: 1, multicast: 5 } },
  bfd: { interval: 100, multiplier: 3 },
  maintenance: false,
  location: {},
  span,
} as const;

const system: SwitchDevice['system'] = {
  fabric: 'fixture',
  domain: 'dc1.example.net',
  timezone: 'Europe/Zurich',
  ntp: ['10.253.0.10', 'ntp.example.net'],
  dns: ['10.253.0.53', '2001:db8::53'],
  syslog: ['logs.example.net'],
  users: [
    { name: 'ada', role: 'admin', passwordHash: '$6$salt$ha.sh/', sshKeys: ["ssh-ed25519 AAAA ada's"] },
    { name: 'eve', role: 'operator', sshKeys: ['ssh-ed25519 BBBB eve', 'ssh-rsa CCCC eve'] },
    { name: 'grace', role: 'admin', sshKeys: ['ssh-ed25519 DDDD grace'] },
  ],
};

const ospf = (routerId: string): NonNullable<SwitchDevice['ospf']> => ({
  routerId: ip(routerId),
  referenceBandwidth: 400_000,
  maximumPaths: 64,
  spfThrottle: { initial: 0, hold: 20, maximum: 200 },
  maxMetricOnStartup: 60,
});

/** A route reflector with three clients; one of them is drained. */
const spine: SwitchDevice = {
  ...base,
  name: 'spine1',
  role: 'spine',
  system: {
    ...system,
    snmp: { community: secret('COMMUNITY'), location: 'row "A" #1', clients: ['10.253.0.0/18', '2001:db8::/32'] },
  },
  management: { vrf: 'mgmt', address: address('10.253.0.1/18'), gateway: ip('10.253.63.254') },
  interfaces: [
    loopback('10.255.0.1'),
    uplink(port(1), toSwitch('r1-leaf1', 49), '10.254.0.0/31'),
    uplink(port(2), toSwitch('r1-leaf2', 49), '10.254.0.4/31'),
    uplink(port(3, 25, 2), toSwitch('r2-leaf1', 49), '10.254.0.8/31', { cost: 16 }),
  ],
  ospf: ospf('10.255.0.1'),
  bgp: {
    ...plainBgp,
    asn: 65000,
    routerId: ip('10.255.0.1'),
    clusterId: ip('10.255.0.1'),
    maximumPaths: 128,
    groups: [
      group('LEAFS', { description: 'clients', routeReflectorClient: true, families: ipv4({ maximumPrefixes: 16 }) }),
    ],
    neighbors: [
      neighbor('10.255.0.11', 'LEAFS', 'r1-leaf1', { families: ipv4({ importPolicy: 'FROM-r1' }) }),
      neighbor('10.255.0.12', 'LEAFS', 'r1-leaf2', { families: ipv4({ importPolicy: 'FROM-r1' }) }),
      neighbor('10.255.0.13', 'LEAFS', 'r2-leaf1', {
        families: ipv4({ importPolicy: 'FROM-r2', maximumPrefixes: 32 }),
      }),
    ],
    networks: [],
  },
  policies: {
    prefixLists: [
      { name: 'RACK-r1', family: 4, entries: [{ sequence: 10, prefix: prefix('10.10.1.0/24') }] },
      { name: 'RACK-r2', family: 4, entries: [{ sequence: 10, prefix: prefix('10.10.2.0/24') }] },
    ],
    communityLists: [gracefulShutdown],
    policies: [accept('FROM-r1', 'RACK-r1'), accept('FROM-r2', 'RACK-r2')],
  },
};

const toSpines = (more: Partial<BgpGroup> = {}): BgpGroup =>
  group('SPINES', {
    description: 'route reflectors',
    nextHopSelf: true,
    families: ipv4({ importPolicy: 'FROM-FABRIC', exportPolicy: 'TO-SPINES', maximumPrefixes: 64 }),
    ...more,
  });

const leafPolicies: SwitchDevice['policies'] = {
  prefixLists: [
    { name: 'FABRIC-NETWORKS', family: 4, entries: [{ sequence: 10, prefix: prefix('10.10.0.0/16'), le: 24 }] },
    { name: 'RACK-NETWORKS', family: 4, entries: [{ sequence: 10, prefix: prefix('10.10.1.0/24') }] },
  ],
  communityLists: [gracefulShutdown],
  policies: [
    accept('FROM-FABRIC', 'FABRIC-NETWORKS'),
    {
      name: 'TO-SPINES',
      family: 4,
      steps: [
        { sequence: 10, action: 'permit', addCommunities: ['65000:1', '65000:100'], continue: true },
        { sequence: 20, action: 'permit', matchPrefixList: 'RACK-NETWORKS', addCommunities: [], continue: false },
        { sequence: 30, action: 'deny', addCommunities: [], continue: false },
      ],
    },
  ],
};

function leafBgp(routerId: string, more: Partial<BgpGroup> = {}): NonNullable<SwitchDevice['bgp']> {
  return {
    ...plainBgp,
    asn: 65000,
    routerId: ip(routerId),
    maximumPaths: 64,
    groups: [toSpines(more)],
    neighbors: [neighbor('10.255.0.1', 'SPINES', 'spine1'), neighbor('10.255.0.2', 'SPINES', 'spine2')],
    networks: [prefix('10.10.1.0/24')],
  };
}

/** One leaf in the rack: servers with LACP, a single port, DHCP relay. */
const leaf: SwitchDevice = {
  ...base,
  name: 'r1-leaf1',
  role: 'leaf',
  location: { rack: 'r1', zone: '1', unit: 42 },
  system: { ...system, dns: [], ntp: [], syslog: [], users: [] },
  vlans: [
    { id: 10, name: 'management' },
    { id: 30, name: 'storage' },
  ],
  interfaces: [
    loopback('10.255.0.11'),
    serverPort(port(1, 25), toServer('object-r1-01', 1), { type: 'member', lag: 1 }),
    serverPort(port(2, 25), toServer('object-r1-01', 2), { type: 'member', lag: 1 }),
    serverPort(port(3, 25), toServer('object-r1-02', 1), edge([], 10), 1500),
    serverPort(port(4, 25), toServer('object-r1-03', 1), edge([30], 10)),
    uplink(port(49), toSwitch('spine1', 1), '10.254.0.1/31'),
    uplink(port(50), toSwitch('spine2', 1), '10.254.0.3/31'),
    lag(1, [port(1, 25), port(2, 25)], { device: 'object-r1-01', kind: 'server' }, edge([10, 30])),
    svi(10, 'management: 100% of "Zürich" | all $HOME # \\', 1500, '10.10.1.1/24', {
      gateways: [{ ip: ip('10.10.1.1'), type: 'own', priority: 110 }],
      dhcpRelay: [ip('10.10.9.10'), ip('10.10.9.11')],
    }),
    svi(30, 'storage', 9000, '10.30.1.1/24', {
      gateways: [{ ip: ip('10.30.1.1'), type: 'own', priority: 110 }],
      dhcpRelay: [ip('10.10.9.10')],
    }),
  ],
  ospf: ospf('10.255.0.11'),
  bgp: leafBgp('10.255.0.11'),
  policies: leafPolicies,
};

/** A leaf of two in its rack: active-backup servers, a shared gateway, the interlink and its routed path. */
const pair: SwitchDevice = {
  ...leaf,
  name: 'r1-leaf2',
  system: { ...system, users: [] },
  gatewayMac: '00:00:5e:00:01:01',
  interfaces: [
    loopback('10.255.0.12'),
    serverPort(port(1, 25), toServer('compute-r1-01', 2), edge([10, 30])),
    uplink(port(49), toSwitch('spine1', 2), '10.254.0.5/31'),
    serverPort(port(55), toSwitch('r1-leaf1', 55), { type: 'member', lag: 55 }, 9214),
    serverPort(port(56), toSwitch('r1-leaf1', 56), { type: 'member', lag: 55 }, 9214),
    lag(
      55,
      [port(55), port(56)],
      { device: 'r1-leaf1', kind: 'switch' },
      { type: 'bridged', tagged: [10, 30, 4093], edge: false },
    ),
    svi(10, 'management', 1500, '10.10.1.3/24', {
      gateways: [{ ip: ip('10.10.1.1'), type: 'anycast', priority: 110 }],
    }),
    svi(30, 'storage', 9000, '10.30.1.3/24', { gateways: [{ ip: ip('10.30.1.1'), type: 'anycast', priority: 110 }] }),
    svi(4093, 'routed path to r1-leaf1', 9214, '10.254.1.1/31', { ospf: { ...active, cost: 40 } }),
  ],
  ospf: ospf('10.255.0.12'),
  bgp: leafBgp('10.255.0.12'),
};

const md5 = { authentication: { algorithm: 'md5', keyId: 7, key: secret('OSPF_KEY') } } as const;

/** Authentication of OSPF and BGP, no BFD. */
const authenticated: SwitchDevice = (() => {
  const { bfd: _, ...rest } = leaf;
  const { spfThrottle: __, ...slow } = ospf('10.255.0.11');
  return {
    ...rest,
    edge: { ...base.edge, bpduGuard: false },
    interfaces: leaf.interfaces.map((one) =>
      one.kind === 'ethernet' && one.mode.type === 'routed'
        ? { ...one, mode: { ...one.mode, ospf: { ...active, ...md5, bfd: false, retransmitInterval: 5 } } }
        : one,
    ),
    ospf: slow,
    bgp: leafBgp('10.255.0.11', { password: secret('BGP_KEY'), addPath: false }),
  };
})();

/** Switches of every kind, by name of the golden. */
export const switches: Readonly<Record<string, SwitchDevice>> = {
  'spine-reflector': spine,
  'leaf-lacp': leaf,
  'leaf-of-two': pair,
  'spine-maintenance': { ...spine, maintenance: true },
  'leaf-authenticated': authenticated,
};
