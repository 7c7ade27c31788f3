import type { BridgedMode, EthernetInterface, Interface, LagInterface, SwitchDevice } from '../../device/device.ts';

/** How a port or LAG is switched; undefined where it is not. */
export function bridgedMode(one: Interface): BridgedMode | undefined {
  return (one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'bridged' ? one.mode : undefined;
}

export function isBridged(one: Interface): one is (EthernetInterface | LagInterface) & { readonly mode: BridgedMode } {
  return bridgedMode(one) !== undefined;
}

/**
 * MTU of all ports of the bridge. The bridge has the least of theirs, and no SVI may have more than the bridge: so each
 * port has the most that any of them, or any SVI, is to have.
 */
export function bridgeMtu({ interfaces, mlag }: SwitchDevice): number {
  const concerned = interfaces.filter((one) => isBridged(one) || (one.kind === 'svi' && one.vlan !== mlag?.vlan));
  return Math.max(...concerned.map(({ mtu }) => mtu));
}

/** VLANs of the bridge. The one on which an MLAG pair talks is not among them. */
export function bridgeVlans({ vlans, mlag }: SwitchDevice): number[] {
  return vlans.map(({ id }) => id).filter((id) => id !== mlag?.vlan);
}
