import type { Interface, Port } from '../../device/device.ts';

/**
 * Port of a fixed switch as EOS numbers it: SFP and RJ45 ports by the panel alone, ports of several lanes by panel
 * and lane, whether broken out or whole. A channel has the name of its first lane.
 */
export function spellPort(port: Port): string {
  if (port.lanes === 1) return `Ethernet${port.panel}`;
  const lanesPerChannel = port.lanes / port.channels;
  return `Ethernet${port.panel}/${((port.channel ?? 1) - 1) * lanesPerChannel + 1}`;
}

/** The loopback that routing protocols use, the only one. */
export const loopback = 'Loopback0';

/** The out-of-band port of a fixed switch. */
export const managementPort = 'Management1';

export const spellLag = (id: number): string => `Port-Channel${id}`;

export const spellSvi = (vlan: number): string => `Vlan${vlan}`;

/** Name of an interface of a switch. */
export function spellInterface(one: Interface): string {
  switch (one.kind) {
    case 'ethernet':
      return spellPort(one.port);
    case 'lag':
      return spellLag(one.id);
    case 'svi':
      return spellSvi(one.vlan);
    case 'loopback':
      return loopback;
    case 'sub':
      return `${'port' in one.parent ? spellPort(one.parent.port) : spellLag(one.parent.lag)}.${one.vlan}`;
  }
}
