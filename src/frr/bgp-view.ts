import type { Bgp, BgpGroup, BgpNeighbor } from '../device/device.ts';
import { type Family, formatIp } from '../ip/index.ts';
import { bgpFamilyViews } from './bgp-family-view.ts';
import { type Instance, groupsOf, instancesOf } from './instances.ts';
import { bfdProfile } from './ospf-view.ts';
import { spellPeer } from './peer.ts';
import { changesRoutes } from './policy-view.ts';
import type { FrrOptions, Router } from './router.ts';
import { safeText } from './safe-text.ts';
import { readBgpPassword } from './secret-words.ts';

/** Between attempts: at the 120 s of the traditional profile, a session would long be missing after a restart. */
const connectSeconds = 10;

/** The router's own address for sessions of a family: the address itself, since lo has 127.0.0.1 as well and FRR would choose one of them. */
function loopbackOf(router: Router, family: Family): string {
  const loopback = router.interfaces.find((one) => one.kind === 'loopback');
  const address = loopback?.addresses.find(({ ip }) => ip.family === family);
  if (!address) throw new Error(`${router.name} has no loopback address of IPv${family}`);
  return formatIp(address.ip);
}

const familyOf = ({ peer }: BgpNeighbor): Family => (peer.type === 'address' ? peer.ip.family : 6);

/** Family of a group's sessions: that of its first neighbour; without one, the first it carries. */
function sessionFamily(group: BgpGroup, neighbors: readonly BgpNeighbor[]): Family {
  const first = neighbors.find((one) => one.group === group.name);
  return first ? familyOf(first) : (group.families[0]?.family ?? 4);
}

function groupView(router: Router, group: BgpGroup, { neighbors }: Instance, { readSecret }: FrrOptions) {
  const source = group.updateSourceLoopback ? loopbackOf(router, sessionFamily(group, neighbors)) : null;
  return {
    name: group.name,
    description: safeText(group.description),
    remoteAs: group.remoteAs ?? null,
    updateSource: source,
    // Else an eBGP session has a TTL of 1.
    multihop: group.updateSourceLoopback && group.type === 'external',
    password: group.password ? readBgpPassword(readSecret, group.password) : null,
    timers: group.timers ?? null,
    bfd: group.bfd,
    bfdProfile: group.bfd && router.bfd ? bfdProfile : null,
    extendedNextHop: group.extendedNextHop,
  };
}

function neighborViews(router: Router, bgp: Bgp, { neighbors }: Instance, options: FrrOptions) {
  const groups = new Map(bgp.groups.map((group) => [group.name, group]));
  return neighbors.map((neighbor) => {
    const group = groups.get(neighbor.group);
    const other = group?.updateSourceLoopback && familyOf(neighbor) !== sessionFamily(group, neighbors);
    return {
      name: spellPeer(router, neighbor, options),
      port: neighbor.peer.type === 'port',
      group: neighbor.group,
      description: safeText(neighbor.description),
      remoteAs: neighbor.remoteAs ?? null,
      updateSource: other ? loopbackOf(router, familyOf(neighbor)) : null,
    };
  });
}

/** A reflector leaves routes as they are, whatever its export policies set, unless it is told not to. */
function reflectsChanges(router: Router, bgp: Bgp): boolean {
  const exported = new Set(
    [...bgp.groups, ...bgp.neighbors].flatMap(({ families }) => families.map((one) => one.exportPolicy)),
  );
  return (
    bgp.groups.some((group) => group.routeReflectorClient) &&
    router.policies.policies.some((policy) => exported.has(policy.name) && changesRoutes(policy))
  );
}

/** One view an instance. */
export function bgpViews(router: Router, bgp: Bgp, options: FrrOptions) {
  return instancesOf(bgp).map((instance) => ({
    asn: bgp.asn,
    vrf: instance.vrf,
    routerId: formatIp(bgp.routerId),
    clusterId: bgp.clusterId ? formatIp(bgp.clusterId) : null,
    reflectsChanges: reflectsChanges(router, bgp),
    multipathRelax: bgp.multipathRelax,
    maintenance: router.maintenance ?? false,
    connectSeconds,
    groups: groupsOf(bgp, instance).map((group) => groupView(router, group, instance, options)),
    neighbors: neighborViews(router, bgp, instance, options),
    families: bgpFamilyViews(router, bgp, instance, options),
  }));
}
