import type { LagInterface, Port } from '../device/device.ts';

/** What Linux calls a NIC: the user's name, else eth0 for the first. */
export function nicName(port: Port): string {
  return port.name ?? `eth${port.panel - 1}`;
}

/** What Linux calls a LAG. */
export function bondName(lag: LagInterface): string {
  return lag.name ?? `bond${lag.id}`;
}

/** Name of a tagged VLAN. The parent is no part of it: the names of NICs are long, and Linux allows 15 characters. */
export function vlanName(vlan: number): string {
  return `vlan${vlan}`;
}
