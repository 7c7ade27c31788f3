import type {
  EthernetInterface,
  Interface,
  LagInterface,
  LoopbackInterface,
  PortMode,
  RoutedMode,
  ServerDevice,
  SubInterface,
} from '../device/device.ts';
import { formatInterfaceAddress, formatIp, formatPrefix } from '../ip/index.ts';
import { commentText } from './comment.ts';
import type { Host, HostBond, HostInterface, HostLoopback, HostNic, HostRoute, HostVlan } from './host.ts';
import { bondName, nicName, vlanName } from './linux-names.ts';

/** Interfaces of a server by kind, and what stands on what. */
interface Parts {
  readonly nics: EthernetInterface[];
  readonly bonds: Map<number, LagInterface>;
  readonly vlans: SubInterface[];
  readonly loopback: LoopbackInterface | undefined;
  /** Largest MTU of the VLANs on a parent, by its name. */
  readonly trunks: Map<string, number>;
  /** The interface over which resolvers are reached. */
  readonly resolving: Interface | undefined;
}

const unrouted: RoutedMode = { type: 'routed', addresses: [], routes: [] };

/** A server's interfaces route or are members; a layer that makes another has a bug, which must not pass in silence. */
function cannotWrite(device: ServerDevice, what: string): never {
  throw new Error(`server ${device.name}: ${what} has no form in a Linux host's network config`);
}

function routedMode(device: ServerDevice, mode: PortMode): RoutedMode {
  if (mode.type === 'member') return unrouted;
  if (mode.type === 'bridged') cannotWrite(device, 'a bridged interface');
  if (mode.vrf !== undefined) cannotWrite(device, 'a VRF');
  return mode;
}

function parentOf(sub: SubInterface, bonds: ReadonlyMap<number, LagInterface>, device: ServerDevice): string {
  if ('port' in sub.parent) return nicName(sub.parent.port);
  const bond = bonds.get(sub.parent.lag);
  return bond ? bondName(bond) : cannotWrite(device, `VLAN ${sub.vlan} on a LAG that is not there`);
}

function sortOut(device: ServerDevice): Parts {
  const nics: EthernetInterface[] = [];
  const bonds = new Map<number, LagInterface>();
  const vlans: SubInterface[] = [];
  let loopback: LoopbackInterface | undefined;
  let resolving: Interface | undefined;
  let rank = 0;
  for (const one of device.interfaces) {
    if (one.extra && one.extra.length > 0) cannotWrite(device, 'an interface with extra lines');
    if (one.kind === 'loopback' && device.routing && !loopback) {
      // Resolvers are reached over whichever port is up.
      [loopback, resolving, rank] = [one, one, 3];
      continue;
    }
    if (one.kind === 'ethernet') nics.push(one);
    else if (one.kind === 'lag') bonds.set(one.id, one);
    else if (one.kind === 'sub') {
      if (vlans.some((other) => other.vlan === one.vlan)) cannotWrite(device, `VLAN ${one.vlan} on two interfaces`);
      vlans.push(one);
    } else cannotWrite(device, `a ${one.kind}`);
    // The default route leads to resolvers; without one, the first network is the best guess.
    const { addresses, routes } = routedMode(device, one.mode);
    const found = routes.some((route) => route.prefix.length === 0) ? 2 : addresses.length > 0 ? 1 : 0;
    if (found > rank) [resolving, rank] = [one, found];
  }
  const trunks = new Map<string, number>();
  for (const sub of vlans) {
    const parent = parentOf(sub, bonds, device);
    trunks.set(parent, Math.max(trunks.get(parent) ?? 0, sub.mtu));
  }
  return { nics, bonds, vlans, loopback, trunks, resolving };
}

function readInterface(
  device: ServerDevice,
  parts: Parts,
  one: EthernetInterface | LagInterface | SubInterface,
  name: string,
  purpose: string,
  lag?: LagInterface,
): HostInterface {
  const { addresses, routes, linkLocal } = routedMode(device, one.mode);
  // A member has the link MTU of its bond.
  const tagged = parts.trunks.get(lag ? bondName(lag) : name);
  const own = lag?.mtu ?? one.mtu;
  const mtu = tagged === undefined ? own : Math.max(own, tagged);
  return {
    name,
    comment: commentText(one.description === '' ? purpose : `${one.description}, ${purpose}`),
    mtu,
    addresses: addresses.map(formatInterfaceAddress),
    routes: routes.map((route): HostRoute => ({
      prefix: formatPrefix(route.prefix),
      isDefault: route.prefix.length === 0,
      via: formatIp(route.via),
      ipv6: route.prefix.base.family === 6,
      mtu: mtu > one.mtu ? one.mtu : null,
    })),
    ipv6: linkLocal === true || addresses.some((address) => address.ip.family === 6),
    resolves: parts.resolving === one,
    trunk: tagged !== undefined && !lag,
    optional: addresses.length === 0 || device.routing !== undefined,
  };
}

/** Where the cable goes, with the far port as its panel numbers it. */
function cableText({ port, peer }: EthernetInterface): string {
  if (!peer) return `NIC ${port.panel}`;
  const channel = peer.port.channel === undefined ? '' : `/${peer.port.channel}`;
  return `to ${peer.device} port ${peer.port.panel}${channel}`;
}

function readNic(device: ServerDevice, parts: Parts, nic: EthernetInterface): HostNic {
  const lag = nic.mode.type === 'member' ? parts.bonds.get(nic.mode.lag) : undefined;
  if (nic.mode.type === 'member' && !lag) cannotWrite(device, `a member of LAG ${nic.mode.lag}, which is not there,`);
  return {
    link: readInterface(device, parts, nic, nicName(nic.port), cableText(nic), lag),
    mac: nic.port.mac?.toLowerCase() ?? null,
    number: nic.port.panel,
    bond: lag ? bondName(lag) : null,
  };
}

const bondModes = { lacp: '802.3ad', 'active-backup': 'active-backup', static: 'balance-xor' } as const;

function readBond(device: ServerDevice, parts: Parts, lag: LagInterface): HostBond {
  const { protocol } = lag;
  if (protocol.type === 'lacp' && !protocol.active) cannotWrite(device, 'passive LACP');
  const members = lag.members.map(nicName);
  return {
    link: readInterface(device, parts, lag, bondName(lag), `bond of ${members.join(' and ')}`),
    members,
    mac: lag.members[0]?.mac?.toLowerCase() ?? null,
    mode: bondModes[protocol.type],
    lacpRate: protocol.type === 'lacp' ? protocol.rate : null,
    primary: protocol.type === 'active-backup' ? nicName(protocol.primary) : null,
    hash: lag.hash,
    miimon: lag.miimon,
    minLinks: lag.minLinks,
  };
}

function readVlan(device: ServerDevice, parts: Parts, sub: SubInterface): HostVlan {
  return {
    link: readInterface(device, parts, sub, vlanName(sub.vlan), `VLAN ${sub.vlan}`),
    id: sub.vlan,
    parent: parentOf(sub, parts.bonds, device),
  };
}

function readLoopback({ description, addresses }: LoopbackInterface): HostLoopback {
  return {
    comment: commentText(description === '' ? 'addresses of the host' : description),
    addresses: addresses.map(formatInterfaceAddress),
  };
}

function placeOf({ location, role }: ServerDevice): string {
  const rack = location.rack === undefined ? '' : `, rack ${location.rack}`;
  const zone = location.zone === undefined ? '' : `, zone ${location.zone}`;
  return commentText(`${role}${rack}${zone}`);
}

/** Reads the network of a Linux host off a server. Throws where the device has what no format of Linux can say. */
export function readHost(device: ServerDevice): Host {
  const parts = sortOut(device);
  if (device.extra.length > 0) cannotWrite(device, 'a server with extra lines');
  return {
    name: device.name,
    place: placeOf(device),
    fabric: device.system.fabric,
    nics: parts.nics.map((nic) => readNic(device, parts, nic)),
    bonds: [...parts.bonds.values()].map((lag) => readBond(device, parts, lag)),
    vlans: parts.vlans.map((sub) => readVlan(device, parts, sub)),
    loopback: parts.loopback ? readLoopback(parts.loopback) : null,
    dns: device.system.dns,
    domain: device.system.domain ?? null,
  };
}
