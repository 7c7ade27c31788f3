import type { BgpGroup, BgpNeighbor, SwitchDevice } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import type { Family } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Draft } from '../draft.ts';
import type { Layer } from '../design.ts';
import { groupBy } from '../../fabric/group-by.ts';
import { hostRoutes } from '../hosts/host-routes.ts';
import { multipathWidth } from '../multipath.ts';
import { type PathCounts, countPaths, limitFor } from '../path-counts.ts';
import {
  type Acceptable,
  familiesOf,
  familyName,
  fabricNetworks,
  gracefulShutdown,
  importedPrefixes,
  permitPrefixes,
  rackNetworks,
  sessionFamily,
} from '../route-filters.ts';
import { secretRef } from '../start-drafts.ts';
import { groupOf, neighboursOf, tier } from '../tiers.ts';

/** Sessions of a switch in one family, between loopbacks of that family. */
interface Sessions {
  readonly groups: BgpGroup[];
  readonly neighbors: BgpNeighbor[];
}

/** What all groups share. Inside one autonomous system an ASN that the file gives a single device is of no account. */
function commonSettings(plan: Plan, addPath: boolean) {
  const { topology } = plan.fabric;
  const { authentication } = topology.data.routing.bgp;
  return {
    type: 'internal',
    remoteAs: topology.data.fabric.asn,
    updateSourceLoopback: true,
    addPath,
    // OSPF's BFD watches the links; a session between loopbacks survives the loss of any of them.
    bfd: false,
    extendedNextHop: false,
    allowOwnAs: 0,
    ...(authentication ? { password: secretRef(topology, authentication, 'key', authentication.key) } : {}),
  } as const;
}

/** The session with a switch, by its loopback. */
function neighborsAt(plan: Plan, node: SwitchNode, family: Family, group: string, policy?: string): BgpNeighbor[] {
  const ip = plan.switches.get(node.name)?.loopbacks.find((one) => one.family === family);
  const families = policy === undefined ? [] : [sessionFamily(family, { in: policy })];
  return ip ? [{ peer: { type: 'address', ip }, group, description: node.name, families }] : [];
}

/** What a leaf announces: the prefixes and the routed servers of its rack, and what comes from its upstreams. It is no transit. */
function ownPrefixes(plan: Plan, node: SwitchNode, family: Family): Acceptable[] {
  const { rack } = node;
  return [
    ...(rack ? [...rackNetworks(plan, rack, family), ...hostRoutes(plan, family).inRack(rack)] : []),
    ...importedPrefixes(plan, family, node),
  ];
}

/** Sessions of one switch: to its route reflectors above, and to its clients below. */
function sessionsOf(
  plan: Plan,
  node: SwitchNode,
  draft: Draft<SwitchDevice>,
  family: Family,
  counts: PathCounts,
): Sessions {
  const { above, below } = neighboursOf(plan, node);
  const common = commonSettings(plan, counts.addPath);
  const isLeaf = tier[node.role] === 0;
  const fromFabric = (): string =>
    permitPrefixes(draft, family, 'import', { policy: 'FROM-FABRIC', list: 'FABRIC-NETWORKS' }, [
      ...fabricNetworks(plan, family),
      ...hostRoutes(plan, family).everywhere,
      ...importedPrefixes(plan, family),
    ]);
  const groups: BgpGroup[] = [];
  const neighbors: BgpNeighbor[] = [];
  for (const [role, reflectors] of groupBy(above, (one) => one.role)) {
    const name = familyName(groupOf[role], family);
    const names = { policy: 'TO-SPINES', list: 'RACK-NETWORKS' };
    groups.push({
      name,
      description: 'route reflectors',
      ...common,
      routeReflectorClient: false,
      // A leaf is the next hop of its rack; a reflector must leave the next hop alone.
      nextHopSelf: isLeaf,
      families: [
        sessionFamily(family, {
          in: fromFabric(),
          ...(isLeaf ? { out: permitPrefixes(draft, family, 'export', names, ownPrefixes(plan, node, family)) } : {}),
          limit: limitFor(counts.fromAbove(node, above.length)),
        }),
      ],
    });
    neighbors.push(...reflectors.flatMap((other) => neighborsAt(plan, other, family, name)));
  }
  for (const [role, clients] of groupBy(below, (one) => one.role)) {
    const name = familyName(groupOf[role], family);
    groups.push({
      name,
      description: 'clients',
      ...common,
      routeReflectorClient: true,
      nextHopSelf: false,
      families: [
        sessionFamily(family, {
          ...(tier[role] === 0 ? {} : { in: fromFabric() }),
          limit: limitFor(counts.fromBelow(node)),
        }),
      ],
    });
    for (const other of clients) {
      const place = other.rack?.name ?? other.name;
      const names = { policy: `FROM-${place}`, list: other.rack ? `RACK-${place}` : `BORDER-${place}` };
      const policy =
        tier[role] === 0 ? permitPrefixes(draft, family, 'import', names, ownPrefixes(plan, other, family)) : undefined;
      neighbors.push(...neighborsAt(plan, other, family, name, policy));
    }
  }
  return { groups, neighbors };
}

/** iBGP carries the rack prefixes: leafs announce them, the tier above reflects them (RFC 4456). */
export const ibgpRoutes: Layer = {
  name: 'ibgp-routes',
  apply(plan, drafts) {
    const families = familiesOf(plan).map((family) => ({ family, counts: countPaths(plan, family) }));
    for (const { node, routerId } of plan.switches.values()) {
      const draft = drafts.switches.get(node.name);
      if (!draft) continue;
      gracefulShutdown(draft);
      const sessions = families.map(({ family, counts }) => sessionsOf(plan, node, draft, family, counts));
      const reflects = sessions.some(({ groups }) => groups.some((group) => group.routeReflectorClient));
      draft.bgp = {
        asn: plan.fabric.topology.data.fabric.asn,
        routerId,
        // Each reflector is a cluster of its own: two that shared an id would drop each other's routes (RFC 4456, 7).
        ...(reflects ? { clusterId: routerId } : {}),
        maximumPaths: multipathWidth(plan, node),
        multipathRelax: false,
        groups: sessions.flatMap(({ groups }) => groups),
        neighbors: sessions.flatMap(({ neighbors }) => neighbors),
        networks: families.flatMap(({ family }) =>
          node.rack ? rackNetworks(plan, node.rack, family).map(({ prefix }) => prefix) : [],
        ),
        aggregates: [],
        leaks: [],
        vrfs: [],
      };
    }
  },
};
