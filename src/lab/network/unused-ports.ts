import { portKey } from '../../analysis/forwarding/interface-key.ts';
import type { Device, Interface } from '../../device/device.ts';

/** The far end of a bridged port or LAG; undefined for what is routed, which protocols name whether it has a link or not. */
function bridgedPeer(one: Interface): string | undefined {
  if (one.kind !== 'ethernet' && one.kind !== 'lag') return undefined;
  return one.mode.type === 'bridged' ? one.peer?.device : undefined;
}

/**
 * Switches without the bridged ports and LAGs whose far ends a cut leaves out: each would be set up by programs, for
 * nothing.
 * @param leftOut names of the devices that are left out.
 */
export function withoutUnusedPorts(devices: readonly Device[], leftOut: ReadonlySet<string>): readonly Device[] {
  if (leftOut.size === 0) return devices;
  return devices.map((device) => {
    if (device.kind !== 'switch') return device;
    const unused = device.interfaces.filter((one) => leftOut.has(bridgedPeer(one) ?? ''));
    if (unused.length === 0) return device;
    const members = new Set(unused.flatMap((one) => (one.kind === 'lag' ? one.members.map(portKey) : [])));
    const gone = new Set(unused);
    const isMember = (one: Interface): boolean => one.kind === 'ethernet' && members.has(portKey(one.port));
    return { ...device, interfaces: device.interfaces.filter((one) => !gone.has(one) && !isMember(one)) };
  });
}
