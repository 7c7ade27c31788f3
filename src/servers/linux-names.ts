import type { LagInterface, Port } from '../device/device.ts';

/** Longest name of a Linux interface: IFNAMSIZ without its terminating zero. */
const longestName = 15;

/** What Linux calls a NIC: the user's name, else eth0 for the first. */
export function nicName(port: Port): string {
  return port.name ?? `eth${port.panel - 1}`;
}

/** What Linux calls a LAG; counted like the NICs where the device gives no name. */
export function bondName(lag: LagInterface): string {
  return lag.name ?? `bond${lag.id - 1}`;
}

/**
 * Name of a tagged VLAN: `bond0.10`, as every Linux tool shows it. Where that is too long, the NIC's number stands
 * for its name: `nic1.4094`.
 */
export function vlanName(parent: string, number: number, vlan: number): string {
  const name = `${parent}.${vlan}`;
  return name.length <= longestName ? name : `nic${number}.${vlan}`;
}
