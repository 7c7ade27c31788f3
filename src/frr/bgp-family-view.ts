import type { Bgp, BgpFamily, BgpGroup, BgpNeighbor } from '../device/device.ts';
import { type Family, type Prefix, formatPrefix } from '../ip/index.ts';
import { type Instance, groupsOf } from './instances.ts';
import { importView, redistribution } from './leak-view.ts';
import { mostPaths } from './ospf-view.ts';
import { spellPeer } from './peer.ts';
import { policyOf } from './permit-all.ts';
import type { FrrOptions, Router } from './router.ts';

const familyIn = ({ families }: BgpGroup | BgpNeighbor, family: Family): BgpFamily | undefined =>
  families.find((one) => one.family === family);

function groupView(bgp: Bgp, group: BgpGroup, family: Family, own: BgpFamily) {
  return {
    name: group.name,
    addPath: group.addPath,
    routeReflectorClient: group.routeReflectorClient,
    nextHopSelf: group.nextHopSelf,
    allowOwnAs: group.allowOwnAs,
    defaultOriginate: own.defaultOriginate,
    maximumPrefixes: own.maximumPrefixes ?? null,
    importPolicy: policyOf(bgp, group, family, 'importPolicy'),
    exportPolicy: policyOf(bgp, group, family, 'exportPolicy'),
  };
}

/** Only what differs from the group's. */
function neighborView(name: string, group: BgpFamily | undefined, own: BgpFamily) {
  return {
    name,
    defaultOriginate: own.defaultOriginate && !group?.defaultOriginate,
    maximumPrefixes: own.maximumPrefixes ?? null,
    importPolicy: own.importPolicy ?? null,
    exportPolicy: own.exportPolicy ?? null,
  };
}

/** Limits by the kind of session: eBGP has one of its own, and so has iBGP. */
function pathsView({ groups, maximumPaths }: Bgp) {
  const paths = Math.min(maximumPaths, mostPaths);
  const internal = groups.some(({ type }) => type === 'internal');
  return {
    maximumPaths: !internal || groups.some(({ type }) => type === 'external') ? paths : null,
    maximumPathsInternal: internal ? paths : null,
  };
}

function familyView(router: Router, bgp: Bgp, instance: Instance, family: Family, options: FrrOptions) {
  const { neighbors, networks, aggregates } = instance;
  const texts = (prefixes: readonly Prefix[]): string[] =>
    prefixes.filter(({ base }) => base.family === family).map(formatPrefix);
  const groups = groupsOf(bgp, instance).flatMap((group) => {
    const own = familyIn(group, family);
    return own ? [{ group, own }] : [];
  });
  const shared = new Map(groups.map(({ group, own }) => [group.name, own]));
  return {
    name: `ipv${family}`,
    networks: texts(networks),
    redistribution: redistribution(bgp, instance, family),
    aggregates: texts(aggregates),
    groups: groups.map(({ group, own }) => groupView(bgp, group, family, own)),
    neighbors: neighbors.flatMap((neighbor) => {
      const own = familyIn(neighbor, family);
      return own ? neighborView(spellPeer(router, neighbor, options), shared.get(neighbor.group), own) : [];
    }),
    ...importView(instance, family),
    ...pathsView(bgp),
  };
}

/** The families that an instance has anything to do with. */
export function bgpFamilyViews(router: Router, bgp: Bgp, instance: Instance, options: FrrOptions) {
  return ([4, 6] as const)
    .map((family) => familyView(router, bgp, instance, family, options))
    .filter(({ networks, aggregates, groups, imports }) =>
      [networks, aggregates, groups, imports].some((list) => list.length > 0),
    );
}
