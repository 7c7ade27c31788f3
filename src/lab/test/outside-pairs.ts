import type { Device } from '../../device/device.ts';
import { contains, formatIp } from '../../ip/index.ts';
import type { AddressRecord, Plan } from '../../plan/plan.ts';
import type { LabUpstream, UpstreamSession } from '../network/upstreams/lab-upstream.ts';
import { type ServerPair, mtuByAddress } from './server-pairs.ts';

/** True where a server sends to the outside from an address, and all upstreams know the way back to it. */
function goesOut({ purpose, network }: AddressRecord, upstreams: readonly LabUpstream[]): boolean {
  if (purpose === 'host-loopback') return upstreams.every(({ plan }) => plan.exportsHosts);
  if (purpose !== 'server') return false;
  return upstreams.every(({ plan }) => plan.exports.some((one) => one.name === network && one.defaultRoute));
}

/** True where the fabric takes a route to the host. */
const isTaken = ({ host, wanted }: UpstreamSession): boolean => wanted.some((prefix) => contains(prefix, host));

/**
 * Servers, and hosts behind upstreams that they must reach.
 * @param most servers of each family, as far apart as they come.
 */
export function outsidePairs(
  plan: Plan,
  devices: readonly Device[],
  upstreams: readonly LabUpstream[],
  most: number,
): ServerPair[] {
  const mtus = mtuByAddress(devices);
  const hosts = new Map(
    upstreams.flatMap(({ name, plan: { section }, sessions }) =>
      sessions.filter(isTaken).map(({ host }) => [formatIp(host), { name, host, mtu: section.mtu }] as const),
    ),
  );
  return [...hosts].flatMap(([address, { name, host, mtu }]) => {
    const sources = plan.addresses.flatMap((record) => {
      const own = mtus.get(`${record.device} ${formatIp(record.ip)}`);
      return own !== undefined && record.ip.family === host.family && goesOut(record, upstreams)
        ? [{ ...record, mtu: own }]
        : [];
    });
    const step = Math.max(1, Math.ceil(sources.length / most));
    return sources
      .filter((_, index) => index % step === 0)
      .map((source): ServerPair => ({
        from: source.device,
        to: name,
        address,
        source: formatIp(source.ip),
        family: host.family,
        network: 'outside',
        racks: [source.rack?.name ?? '', ''],
        mtu: Math.min(source.mtu, mtu),
      }));
  });
}
