import type {
  EthernetInterface,
  LagInterface,
  LoopbackInterface,
  SubInterface,
  SviInterface,
  SwitchDevice,
} from '../../device/device.ts';
import { layer3Of } from '../../frr/layer3.ts';
import { type InterfaceAddress, formatInterfaceAddress } from '../../ip/index.ts';
import type { SpellPeer } from '../target.ts';
import { bridgePortView } from './bridge-port.ts';
import { describeInterface } from './description.ts';
import { interfaceName, parentName, spellPort } from './names.ts';
import { gatewayCommands, stormCommands } from './storm-control.ts';

const texts = (addresses: readonly InterfaceAddress[]): string[] => addresses.map(formatInterfaceAddress);

/** What ports and LAGs have in common. */
function linkView(one: EthernetInterface | LagInterface, spellPeer: SpellPeer) {
  const { mode } = one;
  const { addresses, vrf = null } = layer3Of(one);
  return {
    name: interfaceName(one),
    alias: describeInterface(one, spellPeer),
    mtu: one.mtu,
    addresses: texts(addresses),
    vrf,
    bridge: mode.type === 'bridged' ? bridgePortView(mode) : null,
  };
}

/** Numbers of the LAGs that lead to servers. */
function edgeLags(device: SwitchDevice): Set<number> {
  return new Set(
    device.interfaces.flatMap((one) =>
      one.kind === 'lag' && one.mode.type === 'bridged' && one.mode.edge ? one.id : [],
    ),
  );
}

/** Gives the view of any port of a switch. A LAG's member has its MTU and VLANs from the LAG, its storm control itself. */
export function portViews(device: SwitchDevice, spellPeer: SpellPeer) {
  const lags = edgeLags(device);
  return (one: EthernetInterface) => {
    const { mode } = one;
    const edge = mode.type === 'member' ? lags.has(mode.lag) : mode.type === 'bridged' && mode.edge;
    return {
      ...linkView(one, spellPeer),
      member: mode.type === 'member',
      commands: edge ? stormCommands(device.edge, one) : gatewayCommands(device, one),
    };
  };
}

const bondModes = { lacp: '802.3ad', static: 'balance-xor', 'active-backup': 'active-backup' } as const;

export function lagView(device: SwitchDevice, one: LagInterface, spellPeer: SpellPeer) {
  const { protocol } = one;
  if (protocol.type === 'lacp' && !protocol.active) throw new Error('ifupdown2 has no passive LACP');
  return {
    ...linkView(one, spellPeer),
    members: one.members.map(spellPort).join(' '),
    lacpRate: protocol.type === 'lacp' ? protocol.rate : null,
    mode: bondModes[protocol.type],
    primary: protocol.type === 'active-backup' ? spellPort(protocol.primary) : null,
    hash: one.hash,
    minLinks: one.minLinks,
    miimon: one.miimon,
    commands: gatewayCommands(device, one),
  };
}

/** Gateways that another switch answers for as well, each with the length of this switch's own address. */
function sharedGateways({ gateways, addresses }: SviInterface): InterfaceAddress[] {
  return gateways.flatMap(({ type, ip }) => {
    const own = addresses.find((one) => one.ip.family === ip.family);
    return type === 'anycast' && own ? { ip, length: own.length } : [];
  });
}

export function sviView(device: SwitchDevice, one: SviInterface, spellPeer: SpellPeer) {
  const shared = sharedGateways(one);
  return {
    name: interfaceName(one),
    alias: describeInterface(one, spellPeer),
    mtu: one.mtu,
    vlan: one.vlan,
    addresses: texts(one.addresses),
    anycast: shared.length > 0 ? [device.gatewayMac, ...texts(shared)].join(' ') : null,
    vrf: one.vrf ?? null,
  };
}

/** A VLAN on a routed port. */
export function subView(one: SubInterface, spellPeer: SpellPeer) {
  const { addresses, vrf = null } = layer3Of(one);
  return {
    name: interfaceName(one),
    alias: describeInterface(one, spellPeer),
    parent: parentName(one),
    vlan: one.vlan,
    mtu: one.mtu,
    addresses: texts(addresses),
    vrf,
  };
}

export function loopbackView(one: LoopbackInterface, spellPeer: SpellPeer) {
  return { alias: describeInterface(one, spellPeer), addresses: texts(one.addresses) };
}
