import type { Interface, Port, SubInterface } from '../../device/device.ts';

/** The VLAN-aware bridge that all switched ports are in; ifupdown2 supports one. */
export const bridgeName = 'bridge';

/** The management port, which is no port of the panel. */
export const managementPort = 'eth0';

/** `swp1`, or `swp1s0` for the first channel of a port that is broken out, as switchdev and Cumulus Linux name them. */
export function spellPort(port: Port): string {
  return port.channel === undefined ? `swp${port.panel}` : `swp${port.panel}s${port.channel - 1}`;
}

/** Name of a LAG's bond device. */
function lagName(id: number): string {
  return `po${id}`;
}

/** Name of the routed device of a VLAN. */
function sviName(vlan: number): string {
  return `vlan${vlan}`;
}

/** Name of the port or LAG that a VLAN's subinterface is on. */
export function parentName({ parent }: SubInterface): string {
  return 'port' in parent ? spellPort(parent.port) : lagName(parent.lag);
}

/** What Linux calls an interface of a switch. */
export function interfaceName(one: Interface): string {
  switch (one.kind) {
    case 'loopback':
      return 'lo';
    case 'ethernet':
      return spellPort(one.port);
    case 'lag':
      return lagName(one.id);
    case 'svi':
      return sviName(one.vlan);
    case 'sub':
      return `${parentName(one)}.${one.vlan}`;
  }
}
