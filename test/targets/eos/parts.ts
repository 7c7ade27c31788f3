import type {
  BgpFamily,
  BgpGroup,
  BgpNeighbor,
  EthernetInterface,
  LagInterface,
  LoopbackInterface,
  OspfInterface,
  Peer,
  PolicyStep,
  Port,
  SecretRef,
  SviInterface,
  SwitchDevice,
  System,
} from '../../../src/device/device.ts';
import {
  type Family,
  type InterfaceAddress,
  type Ip,
  type Prefix,
  parseIp,
  parsePrefix,
} from '../../../src/ip/index.ts';
import type { RenderContext } from '../../../src/targets/target.ts';
import { target } from '../../../src/targets/eos/target.ts';

const file = { path: 'fabric.yaml', text: '' };
export const span = { file, start: 0, end: 0 };

export function ip(text: string): Ip {
  const parsed = parseIp(text);
  if (!parsed) throw new Error(`${text} is no address`);
  return parsed;
}

export function prefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  if ('fault' in parsed) throw new Error(`${text} is no prefix`);
  return parsed;
}

export function address(text: string): InterfaceAddress {
  const [base, length] = text.split('/');
  return { ip: ip(base!), length: Number(length) };
}

export const secret = (name: string): SecretRef => ({ source: 'env', name, span });

const secrets: Readonly<Record<string, string>> = {
  OSPF_KEY: 'correct-horse',
  BGP_KEY: 'battery$staple',
  SNMP_COMMUNITY: 'look-only',
  SPACED: 'two words',
  LONG: 'seventeen-letters',
};

/** Ports of servers are spelled by the user; those of other switches in the way of EOS. */
export const context: RenderContext = {
  spellPeer: (name, port) => (name === 'eos' ? target.spellPort(port) : (port.name ?? `nic${port.panel}`)),
  readSecret: ({ name }) => {
    const value = secrets[name];
    if (value === undefined) throw new Error(`the test has no secret ${name}`);
    return value;
  },
};

export function render(device: SwitchDevice): string {
  const [config, ...rest] = target.render(device, context);
  if (!config || rest.length > 0) throw new Error('EOS has one file');
  return config.content;
}

/** SFP28 port. */
export function sfp(panel: number, own: Partial<Port> = {}): Port {
  return { panel, channels: 1, lanes: 1, speed: 25, maxSpeed: 25, ...own };
}

/** QSFP28 port. */
export function qsfp(panel: number, own: Partial<Port> = {}): Port {
  return { panel, channels: 1, lanes: 4, speed: 100, maxSpeed: 100, ...own };
}

/** QSFP-DD port. */
export function qsfpDd(panel: number, own: Partial<Port> = {}): Port {
  return { panel, channels: 1, lanes: 8, speed: 400, maxSpeed: 400, ...own };
}

export function switchPeer(device: string, port: Port): Peer {
  return { device, port, kind: 'switch', target: 'eos' };
}

export function serverPeer(device: string, nic: number, speed = 25): Peer {
  const port = { panel: nic, channels: 1, lanes: 1, speed, maxSpeed: speed, name: `ens${nic}f0` };
  return { device, port, kind: 'server', target: 'netplan' };
}

export const activeOspf: OspfInterface = {
  area: '0.0.0.0',
  passive: false,
  pointToPoint: true,
  cost: 4,
  bfd: true,
  helloInterval: 10,
  deadInterval: 40,
  retransmitInterval: 5,
};

export function routed(port: Port, peer: Peer, text: string, ospf: OspfInterface = activeOspf): EthernetInterface {
  return {
    kind: 'ethernet',
    description: '',
    mtu: 9214,
    port,
    peer,
    mode: { type: 'routed', addresses: [address(text)], routes: [], ospf },
  };
}

export function member(port: Port, peer: Peer, lag: number, description = 'object'): EthernetInterface {
  return { kind: 'ethernet', description, mtu: 9000, port, peer, mode: { type: 'member', lag } };
}

export function lag(id: number, own: Partial<LagInterface> & Pick<LagInterface, 'mode' | 'members'>): LagInterface {
  return {
    kind: 'lag',
    id,
    description: 'object',
    mtu: 9000,
    protocol: { type: 'lacp', rate: 'fast', active: true },
    minLinks: 1,
    hash: 'layer3+4',
    miimon: 100,
    ...own,
  };
}

export function svi(vlan: number, text: string, own: Partial<SviInterface> = {}): SviInterface {
  return {
    kind: 'svi',
    vlan,
    description: `vlan ${vlan}`,
    mtu: 1500,
    addresses: [address(text)],
    gateways: [],
    dhcpRelay: [],
    ...own,
  };
}

export function loopback(text: string): LoopbackInterface {
  const { cost: _, ...ospf } = activeOspf;
  return {
    kind: 'loopback',
    description: 'router id and BGP peering',
    mtu: 9214,
    addresses: [{ ip: ip(text), length: 32 }],
    ospf: { ...ospf, passive: true, bfd: false },
  };
}

export const permit = (sequence: number, own: Partial<PolicyStep> = {}): PolicyStep => ({
  sequence,
  action: 'permit',
  addCommunities: [],
  continue: false,
  ...own,
});

/** What a session does for a family. */
export const carries = (family: Family, own: Partial<BgpFamily> = {}): BgpFamily => ({
  family,
  defaultOriginate: false,
  ...own,
});

export const neighbor = (text: string, of: string, own: Partial<BgpNeighbor> = {}): BgpNeighbor => ({
  peer: { type: 'address', ip: ip(text) },
  group: of,
  description: '',
  families: [],
  ...own,
});

/** What a BGP process has of the rarer things: nothing. */
export const plainBgp = { multipathRelax: false, networks: [], aggregates: [], leaks: [], vrfs: [] } as const;

export function group(name: string, own: Partial<BgpGroup> = {}): BgpGroup {
  return {
    name,
    description: '',
    type: 'internal',
    remoteAs: 65000,
    updateSourceLoopback: true,
    routeReflectorClient: false,
    nextHopSelf: false,
    addPath: false,
    bfd: false,
    extendedNextHop: false,
    allowOwnAs: 0,
    families: [carries(4)],
    ...own,
  };
}

export const bareSystem: System = { fabric: 'lab', timezone: 'UTC', ntp: [], dns: [], syslog: [], users: [] };

/** A switch with nothing but a name, for tests to add to. */
export function bare(name: string, own: Partial<SwitchDevice> = {}): SwitchDevice {
  return {
    kind: 'switch',
    name,
    role: 'leaf',
    location: {},
    system: bareSystem,
    interfaces: [],
    extra: [],
    span,
    os: 'eos',
    platform: { id: 'arista-7050sx3-48yc8', vendor: 'Arista', model: 'DCS-7050SX3-48YC8' },
    management: { vrf: 'mgmt' },
    vlans: [],
    vrfs: [],
    spanningTree: { priority: 32768 },
    edge: { bpduGuard: true, stormControl: { broadcast: 1, multicast: 5 } },
    policies: { prefixLists: [], communityLists: [], policies: [] },
    maintenance: false,
    ...own,
  };
}
