import type { Device, Interface, Peer } from '../../device/device.ts';
import type { Wiring } from '../host/kernel.ts';
import { nicProgram } from './native/nic-programs.ts';

/** Name of the target that a lab renders all switches with, and of the format that it can render all servers with. */
export const labTarget = 'frr';
export const labFormat = 'ifupdown2';

function retarget(one: Interface, keepsLines: boolean, formats: ReadonlyMap<string, string>): Interface {
  const { extra = [], ...rest } = one;
  const kept = { ...rest, extra: keepsLines ? extra : [] } as Interface;
  if (kept.kind !== 'ethernet' || !kept.peer) return kept;
  const peer: Peer = { ...kept.peer, target: formats.get(kept.peer.device) ?? labTarget };
  return { ...kept, peer };
}

/** Devices for a lab, and what of the file they leave out. */
export interface LinuxDevices {
  readonly devices: readonly Device[];
  readonly notes: readonly string[];
}

const listed = (names: Iterable<string>): string => [...new Set(names)].toSorted().join(', ');

/**
 * The same devices as Linux machines: switches with FRR, whatever the file names; servers with ifupdown2, or in native
 * wiring with what the file names, where its program is here.
 */
export function linuxDevices(devices: readonly Device[], wiring: Wiring = 'plain'): LinuxDevices {
  const formats = new Map(
    devices.flatMap((one): [string, string][] =>
      one.kind === 'server' ? [[one.name, wiring === 'native' && nicProgram(one.format) ? one.format : labFormat]] : [],
    ),
  );
  const others = new Set<string>();
  const used = new Set<string>();
  let dropped = 0;
  const linux = devices.map((device): Device => {
    const own = device.kind === 'switch' ? device.os : device.format;
    const wanted = formats.get(device.name) ?? labTarget;
    const keepsLines = own === wanted;
    if (!keepsLines) {
      others.add(own);
      used.add(wanted);
    }
    const lines = [device, ...device.interfaces].some(({ extra = [] }) => extra.length > 0);
    if (!keepsLines && lines) dropped++;
    const interfaces = device.interfaces.map((one) => retarget(one, keepsLines, formats));
    const extra = keepsLines ? device.extra : [];
    return device.kind === 'switch'
      ? { ...device, os: labTarget, interfaces, extra }
      : { ...device, format: wanted, interfaces, extra };
  });
  return {
    devices: linux,
    notes: [
      ...(others.size > 0
        ? [`rendered for ${listed(used)} from the same device models, in place of ${listed(others)}`]
        : []),
      ...(dropped > 0 ? [`lines of the user's own for other systems are left out, on ${dropped} devices`] : []),
    ],
  };
}
