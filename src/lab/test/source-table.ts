import { tableName } from '../../analysis/forwarding/bgp-sessions.ts';
import type { Forwarding } from '../../analysis/forwarding/fib.ts';
import { type Table, longestMatch } from '../../analysis/forwarding/routes.ts';
import type { Device } from '../../device/device.ts';
import type { Ip } from '../../ip/index.ts';

/** The routing table of a device that an address is directly connected to: the one by which packets from it are forwarded. */
export function sourceTable({ tables }: Forwarding, device: Device, source: Ip): Table | undefined {
  const vrfs = device.kind === 'switch' ? device.vrfs.map(({ name }) => name) : [];
  return [undefined, ...vrfs]
    .map((vrf) => tables.get(tableName(device.name, vrf)))
    .find((table) => table && longestMatch(table, source)?.protocol === 'connected');
}
