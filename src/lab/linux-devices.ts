import type { Device, Interface, Peer } from '../device/device.ts';

/** Name of the target and of the format that a lab renders all devices with. */
export const labTarget = 'frr';
export const labFormat = 'ifupdown2';

function retarget(one: Interface, keepsLines: boolean): Interface {
  const { extra = [], ...rest } = one;
  const kept = { ...rest, extra: keepsLines ? extra : [] } as Interface;
  if (kept.kind !== 'ethernet' || !kept.peer) return kept;
  const peer: Peer = { ...kept.peer, target: kept.peer.kind === 'switch' ? labTarget : labFormat };
  return { ...kept, peer };
}

/** Devices for a lab, and what of the file they leave out. */
export interface LinuxDevices {
  readonly devices: readonly Device[];
  readonly notes: readonly string[];
}

const listed = (names: Iterable<string>): string => [...new Set(names)].toSorted().join(', ');

/** The same devices as Linux machines: switches with FRR, servers with ifupdown2, whatever the file names. */
export function linuxDevices(devices: readonly Device[]): LinuxDevices {
  const others = new Set<string>();
  let dropped = 0;
  const linux = devices.map((device): Device => {
    const own = device.kind === 'switch' ? device.os : device.format;
    const wanted = device.kind === 'switch' ? labTarget : labFormat;
    const keepsLines = own === wanted;
    if (!keepsLines) others.add(own);
    const lines = [device, ...device.interfaces].some(({ extra = [] }) => extra.length > 0);
    if (!keepsLines && lines) dropped++;
    const interfaces = device.interfaces.map((one) => retarget(one, keepsLines));
    const extra = keepsLines ? device.extra : [];
    return device.kind === 'switch'
      ? { ...device, os: labTarget, interfaces, extra }
      : { ...device, format: labFormat, interfaces, extra };
  });
  return {
    devices: linux,
    notes: [
      ...(others.size > 0
        ? [`rendered for ${labTarget} and ${labFormat} from the same device models, in place of ${listed(others)}`]
        : []),
      ...(dropped > 0 ? [`lines of the user's own for other systems are left out, on ${dropped} devices`] : []),
    ],
  };
}
