import type { Interface, Port } from '../../device/device.ts';
import type { PanelPort } from './panel-data.ts';
import { panelOf } from './panels.ts';

/** The loopback that routing protocols use, the only one. */
export const loopback = 'Loopback0';

/** The out-of-band port. */
export const managementPort = 'eth0';

/** The VRF of the management port, which SONiC calls so whatever the model does. */
export const managementVrf = 'mgmt';

/** Number in the name of a port: a channel has the one of its first lane, counted from the whole port's. */
function portNumber({ channel = 1, channels }: Port, { base, lanes }: PanelPort): number {
  return base + ((channel - 1) * lanes.length) / channels;
}

function numberOf(port: Port): number | undefined {
  const found = panelOf(port.platform)?.ports.get(port.panel);
  return found && portNumber(port, found);
}

/**
 * `Ethernet48`: numbered by lanes, which each platform counts in its own way. A port without a name, which no config is
 * written for, is called by its place.
 */
export function spellPort(port: Port): string {
  const number = numberOf(port);
  if (number !== undefined) return `Ethernet${number}`;
  return `panel port ${port.panel}${port.channel === undefined ? '' : `/${port.channel}`}`;
}

/** Name of a LAG. */
export const lagName = (id: number): string => `PortChannel${id}`;

/** Name of a VLAN, and of its routed interface. */
export const vlanName = (id: number): string => `Vlan${id}`;

/** Name of a VRF: SONiC takes for one what begins so. */
export const vrfName = (name: string): string => `Vrf_${name}`;

/**
 * Name of an interface of a switch. VLANs of routed ports have the short form of their parent's name, since the long one
 * does not always leave room for the VLAN in the 15 characters of a Linux interface.
 */
export function spellInterface(one: Interface): string {
  switch (one.kind) {
    case 'ethernet':
      return spellPort(one.port);
    case 'lag':
      return lagName(one.id);
    case 'svi':
      return vlanName(one.vlan);
    case 'loopback':
      return loopback;
    case 'sub':
      return `${'port' in one.parent ? `Eth${numberOf(one.parent.port)}` : `Po${one.parent.lag}`}.${one.vlan}`;
  }
}
