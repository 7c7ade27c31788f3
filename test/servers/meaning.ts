import type { Interface, LagInterface, Port, Route, ServerDevice } from '../../src/device/device.ts';
import { formatInterfaceAddress, formatIp, formatPrefix } from '../../src/ip/index.ts';

/** What a host does with one interface, whatever file says so. Absent: not said. */
export interface Meaning {
  kind: 'ethernet' | 'bond' | 'vlan' | 'loopback';
  mtu?: number;
  mac?: string;
  /** Has a link-local address; not said of members of a bond and of the loopback. */
  ipv6?: boolean;
  addresses: string[];
  /** `to via gateway`, with the MTU of the route where it has one. */
  routes: string[];
  vlan?: { id: number; parent: string };
  bond?: {
    members: string[];
    mode: '802.3ad' | 'active-backup' | 'balance-xor';
    miimon: number;
    lacpRate?: string;
    hash?: string;
    minLinks?: number;
    primary?: string;
  };
}

export type Meanings = Record<string, Meaning>;

const nameOf = (port: Port) => port.name!;

function bondMeaning(lag: LagInterface): NonNullable<Meaning['bond']> {
  const base = { members: lag.members.map(nameOf), miimon: lag.miimon };
  switch (lag.protocol.type) {
    case 'lacp':
      return { ...base, mode: '802.3ad', lacpRate: lag.protocol.rate, hash: lag.hash, minLinks: lag.minLinks };
    case 'active-backup':
      return { ...base, mode: 'active-backup', primary: nameOf(lag.protocol.primary) };
    case 'static':
      return { ...base, mode: 'balance-xor', hash: lag.hash };
  }
}

/** Layer 3 of an interface on a link of the given MTU. */
function said(one: Interface, linkMtu: number): Pick<Meaning, 'mtu' | 'ipv6' | 'addresses' | 'routes'> {
  const routed = 'mode' in one && one.mode.type === 'routed' ? one.mode : undefined;
  const mode = routed ?? { addresses: [], routes: [] };
  const routeText = ({ prefix, via }: Route) =>
    `${prefix.length === 0 ? 'default' : formatPrefix(prefix)} via ${formatIp(via)}` +
    (linkMtu > one.mtu ? ` mtu ${one.mtu}` : '');
  return {
    mtu: linkMtu,
    ...(routed ? { ipv6: routed.linkLocal === true || routed.addresses.some(({ ip }) => ip.family === 6) } : {}),
    addresses: mode.addresses.map(formatInterfaceAddress),
    routes: mode.routes.map(routeText).toSorted(),
  };
}

/** What the device model asks for: every file must say the same. */
export function meaningsOf(device: ServerDevice): Meanings {
  const tagged = device.interfaces.filter((one) => one.kind === 'sub');
  const largest = Math.max(0, ...tagged.map((one) => one.mtu));
  const bond = device.interfaces.find((one) => one.kind === 'lag');
  const meanings: Meanings = {};
  for (const one of device.interfaces) {
    if (one.kind === 'loopback') {
      meanings['lo'] = { kind: 'loopback', addresses: one.addresses.map(formatInterfaceAddress), routes: [] };
    } else if (one.kind === 'ethernet') {
      const mtu = Math.max(largest, bond?.mtu ?? one.mtu);
      const mac = one.port.mac === undefined ? {} : { mac: one.port.mac.toLowerCase() };
      meanings[nameOf(one.port)] = { kind: 'ethernet', ...said(one, mtu), ...mac };
    } else if (one.kind === 'lag') {
      const first = one.members[0]?.mac;
      const mac = first === undefined ? {} : { mac: first.toLowerCase() };
      meanings[one.name!] = { kind: 'bond', ...said(one, Math.max(largest, one.mtu)), ...mac, bond: bondMeaning(one) };
    } else if (one.kind === 'sub') {
      const parent = 'port' in one.parent ? nameOf(one.parent.port) : bond!.name!;
      meanings[`vlan${one.vlan}`] = { kind: 'vlan', ...said(one, one.mtu), vlan: { id: one.vlan, parent } };
    }
  }
  return meanings;
}
