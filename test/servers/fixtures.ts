import type {
  EthernetInterface,
  LagInterface,
  LagProtocol,
  Peer,
  PortMode,
  Port,
  RoutedMode,
  ServerDevice,
  SubInterface,
} from '../../src/device/device.ts';
import type { ServerContext } from '../../src/servers/server-format.ts';
import { numbered, unnumbered } from './routing.ts';
import { address, ip, port, prefix } from './values.ts';

export * from './values.ts';

export const context: ServerContext = { readSecret: ({ name }) => `${name}-of-tests` };

/** A network on an interface: its address there, and routes as `prefix via gateway`. */
export function routed(addresses: readonly string[], routes: readonly string[] = []): RoutedMode {
  return {
    type: 'routed',
    addresses: addresses.map(address),
    routes: routes.map((text) => {
      const [to = '', via = ''] = text.split(' via ');
      return { prefix: prefix(to), via: ip(via) };
    }),
  };
}

export const empty = routed([]);
const member: PortMode = { type: 'member', lag: 0 };

/** The far end: each NIC has its own port on the leaf; the second is a channel. */
const leafPort = (at: Port): Peer => ({
  device: 'z1r1-leaf1',
  kind: 'switch',
  target: 'eos',
  port:
    at.panel === 1
      ? { panel: 1, channels: 1, lanes: 1, speed: 25, maxSpeed: 25 }
      : { panel: 49, channel: 2, channels: 4, lanes: 4, speed: 25, maxSpeed: 100 },
});

export function nic(at: Port, mode: PortMode, mtu: number): EthernetInterface {
  return { kind: 'ethernet', port: at, mode, mtu, description: '', peer: leafPort(at) };
}

export function sub(
  parent: SubInterface['parent'],
  vlan: number,
  name: string,
  mtu: number,
  mode: RoutedMode,
): SubInterface {
  return { kind: 'sub', parent, vlan, description: name, mtu, mode };
}

export function bond(members: readonly Port[], protocol: LagProtocol, mtu: number, mode: RoutedMode): LagInterface {
  return {
    kind: 'lag',
    id: 0,
    name: 'bond0',
    description: '',
    protocol,
    members,
    minLinks: 1,
    hash: 'layer3+4',
    miimon: 100,
    mtu,
    mode,
  };
}

export const lacp: LagProtocol = { type: 'lacp', rate: 'fast', active: true };

/** The networks of a rack, as the planner lays them out. */
export const management = routed(['10.10.1.11/24'], ['0.0.0.0/0 via 10.10.1.1']);
export const service = routed(['10.20.1.11/24'], ['10.20.0.0/16 via 10.20.1.1']);
export const storage = routed(['10.30.1.11/24'], ['10.30.0.0/16 via 10.30.1.1']);

const lag = { lag: 0 };
export const tagged = {
  management: sub(lag, 10, 'management', 1500, management),
  service: sub(lag, 20, 'service', 1500, service),
  storage: sub(lag, 30, 'storage', 9000, storage),
};

export function server(
  name: string,
  interfaces: ServerDevice['interfaces'],
  more: Partial<ServerDevice> = {},
): ServerDevice {
  const file = { path: 'fixture.yaml', text: '' };
  return {
    kind: 'server',
    name,
    role: 'object',
    format: 'netplan',
    location: { rack: 'z1r1', zone: '1', unit: 3 },
    system: {
      fabric: 'fixture',
      domain: 'dc1.example.net',
      timezone: 'UTC',
      ntp: [],
      dns: ['10.0.0.53', '10.0.1.53'],
      syslog: [],
      users: [],
    },
    interfaces,
    extra: [],
    span: { file, start: 0, end: 0 },
    ...more,
  };
}

/** A host that is reached by its loopback, over whichever of its ports is up. */
export function routedServer(
  name: string,
  nics: readonly EthernetInterface[],
  routing: NonNullable<ServerDevice['routing']>,
): ServerDevice {
  const addresses = ['10.255.1.13/32', '10.99.0.1/32', '2001:db8:255::13/128'].map(address);
  return server(name, [{ kind: 'loopback', description: '', mtu: 65536, addresses }, ...nics], { routing });
}

const two = [port(1), port(2)];
const named = [
  port(1, { name: 'lan0', mac: '52:54:00:AA:BB:01' }),
  port(2, { name: 'lan1', mac: '52:54:00:AA:BB:02' }),
];
const members = (ports: readonly Port[], mtu: number) => ports.map((at) => nic(at, member, mtu));

/** Servers of every kind that a topology can ask for, by name of the golden. */
export const servers: Readonly<Record<string, ServerDevice>> = {
  'lacp-tagged': server('object-z1r1-01', [
    ...members(two, 9000),
    bond(two, lacp, 9000, empty),
    tagged.management,
    tagged.service,
    tagged.storage,
  ]),
  'lacp-untagged': server('object-z1r1-02', [
    ...members(two, 9000),
    bond(two, lacp, 1500, management),
    tagged.service,
    tagged.storage,
  ]),
  'lacp-slow-untagged-only': server('object-z1r1-03', [
    ...members(two, 1500),
    bond(two, { type: 'lacp', rate: 'slow', active: true }, 1500, management),
  ]),
  'active-backup': server('object-z1r1-04', [
    ...members(two, 9000),
    bond(two, { type: 'active-backup', primary: port(2) }, 9000, empty),
    tagged.management,
    tagged.storage,
  ]),
  'active-backup-macs': server('object-z1r1-05', [
    ...members(named, 9000),
    bond(named, { type: 'active-backup', primary: named[0]! }, 9000, empty),
    tagged.management,
    tagged.storage,
  ]),
  'single-untagged': server('object-z1r1-06', [nic(port(1), management, 1500)]),
  'single-tagged': server('object-z1r1-07', [
    nic(port(1, { name: 'enp129s0f0np0', mac: '52:54:00:aa:bb:03' }), empty, 1500),
    sub({ port: port(1, { name: 'enp129s0f0np0' }) }, 10, 'management', 1500, management),
    sub({ port: port(1, { name: 'enp129s0f0np0' }) }, 30, 'storage', 9000, storage),
  ]),
  'no-default-route': server('object-z1r1-08', [nic(port(1), storage, 9000)], {
    location: {},
  }),
  ipv6: server('object-z1r1-09', [
    nic(
      port(1),
      routed(
        ['10.10.1.11/24', '2001:db8:10:1::11/64'],
        ['0.0.0.0/0 via 10.10.1.1', '::/0 via 2001:db8:10:1::1', '2001:db8:20::/48 via 2001:db8:10:1::1'],
      ),
      1500,
    ),
  ]),
  'static-tagged': server('object-z1r1-10', [
    ...members(two, 9000),
    { ...bond(two, { type: 'static' }, 9000, empty), hash: 'layer2+3' },
    tagged.management,
    tagged.storage,
  ]),
  'dual-stack': server('object-z1r1-11', [
    ...members(named, 9000),
    bond(named, lacp, 9000, empty),
    sub(
      lag,
      10,
      'management',
      1500,
      routed(
        ['10.10.1.11/24', '2001:db8:10:1::11/64'],
        ['0.0.0.0/0 via 10.10.1.1', '::/0 via 2001:db8:10:1::1', '2001:db8:20::/48 via 2001:db8:10:1::1'],
      ),
    ),
    sub(
      lag,
      30,
      'storage',
      9000,
      routed(
        ['10.30.1.11/24', '2001:db8:30:1::11/64', '2001:db8:30:1::12/64'],
        ['10.30.0.0/16 via 10.30.1.1', '2001:db8:30::/48 via 2001:db8:30:1::1'],
      ),
    ),
  ]),
  'ipv6-only': server('object-z1r1-12', [
    ...members(two, 9000),
    bond(two, lacp, 1500, routed(['2001:db8:10:1::11/64'], ['::/0 via 2001:db8:10:1::1'])),
    sub(lag, 30, 'storage', 9000, routed(['2001:db8:30:1::11/64'], ['2001:db8:30::/48 via 2001:db8:30:1::1'])),
  ]),
  routed: routedServer(
    'object-z1r1-13',
    two.map((at) => nic(at, { ...empty, linkLocal: true }, 9000)),
    unnumbered,
  ),
  'routed-numbered': routedServer(
    'object-z1r1-14',
    named.map((at) => nic(at, routed([`10.254.0.${at.panel * 2}/31`, `2001:db8:254:${at.panel}::/127`]), 9000)),
    numbered,
  ),
};

/** Those whose files stand below `test/goldens`, one of a kind. */
export const golden = Object.keys(servers).filter((name) => name !== 'ipv6-only' && name !== 'routed-numbered');

/** The same for formats that have a file an interface, or more. */
export const fewGolden = [
  'lacp-tagged',
  'active-backup-macs',
  'static-tagged',
  'single-untagged',
  'dual-stack',
  'routed',
];
