import type { Bgp, BgpGroup, BgpNeighbor, SwitchDevice } from '../../device/device.ts';
import { formatIp, formatPrefix } from '../../ip/index.ts';
import type { RenderContext } from '../target.ts';
import { mostPaths } from './ospf-view.ts';
import { changesRoutes } from './policy-view.ts';
import { safeText } from './safe-text.ts';
import { readBgpPassword } from './secret-words.ts';

/** Between attempts: at the 120 s of the traditional profile, a session would long be missing after a restart. */
const connectSeconds = 10;

/** Policies and limits stand on groups and, in their place, on neighbours. */
function filtersView(one: BgpGroup | BgpNeighbor) {
  const own = one.families.find(({ family }) => family === 4);
  return {
    importPolicy: own?.importPolicy ?? null,
    exportPolicy: own?.exportPolicy ?? null,
    maximumPrefixes: own?.maximumPrefixes ?? null,
  };
}

function spellPeer({ peer }: BgpNeighbor): string {
  if (peer.type === 'port') throw new Error('a session without an address');
  return formatIp(peer.ip);
}

function groupView(group: BgpGroup, loopback: string | null, context: RenderContext) {
  return {
    name: group.name,
    description: safeText(group.description),
    remoteAs: group.remoteAs,
    // The address, since lo has 127.0.0.1 as well and FRR would choose one of them.
    updateSource: group.updateSourceLoopback ? loopback : null,
    routeReflectorClient: group.routeReflectorClient,
    nextHopSelf: group.nextHopSelf,
    addPath: group.addPath,
    password: group.password ? readBgpPassword(context, group.password) : null,
    ...filtersView(group),
  };
}

const neighborView = (neighbor: BgpNeighbor) => ({
  address: spellPeer(neighbor),
  group: neighbor.group,
  description: safeText(neighbor.description),
  ...filtersView(neighbor),
});

/** A reflector leaves routes as they are, whatever its export policies set, unless it is told not to. */
function reflectsChanges(device: SwitchDevice, bgp: Bgp): boolean {
  const exported = new Set(
    [...bgp.groups, ...bgp.neighbors].flatMap(({ families }) => families.map((one) => one.exportPolicy)),
  );
  return (
    bgp.groups.some((group) => group.routeReflectorClient) &&
    device.policies.policies.some((policy) => exported.has(policy.name) && changesRoutes(policy))
  );
}

function loopbackOf(device: SwitchDevice): string | null {
  const loopback = device.interfaces.find((one) => one.kind === 'loopback');
  const address = loopback?.addresses[0];
  return address ? formatIp(address.ip) : null;
}

export function bgpView(device: SwitchDevice, bgp: Bgp, context: RenderContext) {
  const loopback = loopbackOf(device);
  return {
    asn: bgp.asn,
    routerId: formatIp(bgp.routerId),
    clusterId: bgp.clusterId ? formatIp(bgp.clusterId) : null,
    reflectsChanges: reflectsChanges(device, bgp),
    maximumPaths: Math.min(bgp.maximumPaths, mostPaths),
    maintenance: device.maintenance,
    connectSeconds,
    groups: bgp.groups.map((group) => groupView(group, loopback, context)),
    neighbors: bgp.neighbors.map(neighborView),
    networks: bgp.networks.map(formatPrefix),
  };
}
