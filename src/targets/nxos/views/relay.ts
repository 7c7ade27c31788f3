import type { Job } from '../job.ts';

/** DHCP relaying as a whole, for the families that have servers. */
export function relayViews({ device }: Job) {
  const servers = device.interfaces.flatMap((one) => (one.kind === 'svi' ? one.dhcpRelay : []));
  if (servers.length === 0) return [];
  return [{ ipv4: servers.some(({ family }) => family === 4), ipv6: servers.some(({ family }) => family === 6) }];
}
