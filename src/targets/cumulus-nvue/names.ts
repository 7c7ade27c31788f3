import type { Interface, Port, SwitchDevice } from '../../device/device.ts';

/** The VLAN-aware bridge that NVUE makes by itself. */
export const bridgeName = 'br_default';

/** The management port, which is no port of the panel. */
export const managementPort = 'eth0';

/** Bond between the two switches of an MLAG pair; the name makes NVUE put it into the bridge. */
export const peerLinkName = 'peerlink';

/** VLAN of the subinterface on which the two talk: outside the bridge, so that no other VLAN of it may have the number. */
export const peerLinkVlan = 4094;

/** `swp1`, or `swp1s0` for the first channel of a port that is broken out. */
export function spellPort(port: Port): string {
  return port.channel === undefined ? `swp${port.panel}` : `swp${port.panel}s${port.channel - 1}`;
}

/** Name of an interface of a switch; a bond must begin with `bond` to be one by its name. */
export function spellInterface(one: Interface, device: SwitchDevice): string {
  switch (one.kind) {
    case 'loopback':
      return 'lo';
    case 'ethernet':
      return spellPort(one.port);
    case 'lag':
      return spellLag(one.id, device);
    case 'svi':
      return one.vlan === device.mlag?.vlan ? `${peerLinkName}.${peerLinkVlan}` : `vlan${one.vlan}`;
    case 'sub': {
      const { parent } = one;
      return `${'port' in parent ? spellPort(parent.port) : spellLag(parent.lag, device)}.${one.vlan}`;
    }
  }
}

export function spellLag(id: number, { mlag }: SwitchDevice): string {
  return id === mlag?.peerLink ? peerLinkName : `bond${id}`;
}
