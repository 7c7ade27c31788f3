import type { Bfd, Device } from '../../device/device.ts';

/** Least milliseconds between packets of BFD where one processor runs all routers: they wait for each other that long. */
const leastInterval = 1000;

const slower = (bfd: Bfd): Bfd => ({ ...bfd, interval: Math.max(bfd.interval, leastInterval) });

function slowed(device: Device): Device {
  if (device.kind === 'switch') return device.bfd ? { ...device, bfd: slower(device.bfd) } : device;
  const { routing } = device;
  return routing?.bfd ? { ...device, routing: { ...routing, bfd: slower(routing.bfd) } } : device;
}

/** The same devices with BFD as one processor can run it, and what to say of that. */
export function slowBfd(devices: readonly Device[]): { devices: readonly Device[]; notes: readonly string[] } {
  const intervals = devices.flatMap((device) => (device.kind === 'switch' ? device.bfd : device.routing?.bfd) ?? []);
  const fastest = Math.min(...intervals.map(({ interval }) => interval));
  if (fastest >= leastInterval) return { devices, notes: [] };
  const note = `BFD: a packet in ${leastInterval} ms, in place of ${fastest} ms, since one processor runs all devices`;
  return { devices: devices.map(slowed), notes: [note] };
}
