import type { BgpGroup, BgpNeighbor, BgpPeer, SwitchDevice } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import type { Family } from '../../ip/index.ts';
import { isUnnumbered } from '../../plan/link-addresses.ts';
import type { LinkBlock, Plan } from '../../plan/plan.ts';
import type { Layer } from '../design.ts';
import type { Draft } from '../draft.ts';
import { multipathWidth } from '../multipath.ts';
import { limitFor } from '../path-counts.ts';
import { portOf } from '../ports.ts';
import {
  type Acceptable,
  fabricLoopbacks,
  fabricNetworks,
  familiesOf,
  familyName,
  gracefulShutdown,
  importedPrefixes,
  permitPrefixes,
  loopbacksOf,
  rackNetworks,
  sessionFamily,
} from '../route-filters.ts';
import { secretRef } from '../start-drafts.ts';
import { groupOf, tier } from '../tiers.ts';

/** Seconds: for where BFD is off, or its packets pass and those of BGP do not. Measured: see README. */
const timers = { keepalive: 3, hold: 9 } as const;

/** Where a session leads to: the tier above or below, or the other leaf of the rack. */
type Direction = 'up' | 'down' | 'across';

/** One end of a link over which a switch has sessions. */
interface Adjacency {
  readonly direction: Direction;
  readonly far: SwitchNode;
  /** Addresses of the far end; none where link-local ones do. */
  readonly addresses: readonly { readonly ip: LinkBlock['a'] }[];
  /** Port of this switch, for sessions without addresses. */
  readonly port?: Extract<BgpPeer, { type: 'port' }>['port'];
}

function directionTo(node: SwitchNode, far: SwitchNode): Direction {
  const step = tier[far.role] - tier[node.role];
  return step > 0 ? 'up' : step < 0 ? 'down' : 'across';
}

/** Links of each switch, in the order of the fabric. */
function adjacenciesOf(plan: Plan): Map<string, Adjacency[]> {
  const found = new Map<string, Adjacency[]>(plan.fabric.switches.map(({ name }) => [name, []]));
  const unnumbered = isUnnumbered(plan.fabric);
  for (const { link, blocks } of plan.links.values()) {
    for (const [own, far, end] of [
      [link.a, link.z, 'z'],
      [link.z, link.a, 'a'],
    ] as const) {
      const node = plan.switches.get(own.node)?.node;
      const other = plan.switches.get(far.node)?.node;
      if (!node || !other) continue;
      found.get(own.node)?.push({
        direction: directionTo(node, other),
        far: other,
        addresses: blocks.map((block) => ({ ip: block[end] })),
        ...(unnumbered ? { port: portOf(plan.fabric, own, link.speed) } : {}),
      });
    }
  }
  for (const rack of plan.fabric.racks) {
    const [first, second] = rack.leafs;
    if (!first || !second) continue;
    const blocks = plan.backups.get(rack.name) ?? [];
    if (blocks.length === 0) continue;
    found.get(first.name)?.push({ direction: 'across', far: second, addresses: blocks.map(({ z }) => ({ ip: z })) });
    found.get(second.name)?.push({ direction: 'across', far: first, addresses: blocks.map(({ a }) => ({ ip: a })) });
  }
  return found;
}

/** All prefixes of the fabric of one family: networks and loopbacks. */
const everything = (plan: Plan, family: Family): Acceptable[] => [
  ...fabricNetworks(plan, family),
  ...fabricLoopbacks(plan, family),
  ...importedPrefixes(plan, family),
];

/**
 * What a leaf announces, and no others' routes, since it is no transit: the networks of its rack, the loopbacks of the
 * rack's leafs (over either of them), and what comes from its upstreams.
 */
function ofLeaf(plan: Plan, node: SwitchNode, family: Family): Acceptable[] {
  const { rack } = node;
  return [
    ...(rack ? rackNetworks(plan, rack, family) : []),
    ...loopbacksOf(plan, rack ? rack.leafs : [node], family),
    ...importedPrefixes(plan, family, node),
  ];
}

/** Policies of sessions in one direction and family, made on the switch. */
function policiesTo(plan: Plan, node: SwitchNode, draft: Draft<SwitchDevice>, family: Family, direction: Direction) {
  const all = everything(plan, family);
  const inward = { policy: 'FROM-FABRIC', list: 'FABRIC-ROUTES' };
  const outward = { policy: 'TO-FABRIC', list: 'FABRIC-ROUTES' };
  const accept = (): string => permitPrefixes(draft, family, 'import', inward, all);
  const announce = (): string => permitPrefixes(draft, family, 'export', outward, all);
  switch (direction) {
    case 'up': {
      const own = { policy: 'TO-SPINES', list: 'RACK-ROUTES' };
      const out =
        tier[node.role] === 0 ? permitPrefixes(draft, family, 'export', own, ofLeaf(plan, node, family)) : announce();
      return { in: accept(), out };
    }
    case 'across':
      return { in: accept(), out: announce() };
    case 'down':
      return { in: accept(), out: announce() };
  }
}

const groupText: Readonly<Record<Direction, string>> = {
  up: 'tier above',
  down: 'tier below',
  across: 'same tier',
};

/** Prefixes that a session may bring: those of the fabric, or of one rack. */
function plannedPrefixes(plan: Plan, node: SwitchNode, direction: Direction, family: Family): number {
  const ofRacks = plan.fabric.racks.map((rack) => rackNetworks(plan, rack, family).length + rack.leafs.length);
  const all = ofRacks.reduce((sum, one) => sum + one, 0) + plan.fabric.switches.length;
  return direction === 'down' && node.role === 'spine' ? Math.max(1, ...ofRacks) : all;
}

/** Sessions of one switch: over each link one for each family, or one for all where they have no addresses. */
function addSessions(
  plan: Plan,
  node: SwitchNode,
  draft: Draft<SwitchDevice>,
  adjacencies: readonly Adjacency[],
): void {
  const { topology } = plan.fabric;
  const { bfd, bgp } = topology.data.routing;
  const { authentication } = bgp;
  const families = familiesOf(plan);
  const groups = new Map<string, BgpGroup>();
  const neighbors: BgpNeighbor[] = [];
  const common = {
    type: 'external',
    updateSourceLoopback: false,
    routeReflectorClient: false,
    nextHopSelf: false,
    addPath: false,
    bfd: bfd.enabled,
    // The two leafs of a rack that share a number take each other's loopbacks over the spines.
    allowOwnAs: bgp.asnPer === 'rack' && node.role === 'leaf' ? 1 : 0,
    timers,
    ...(authentication ? { password: secretRef(topology, authentication, 'key', authentication.key) } : {}),
  } as const;
  const carried = (direction: Direction, family: Family) =>
    sessionFamily(family, {
      ...policiesTo(plan, node, draft, family, direction),
      limit: limitFor(plannedPrefixes(plan, node, direction, family)),
    });
  /** From the leafs of a rack: what the plan gave the rack. */
  const own = (direction: Direction, far: SwitchNode, family: Family) => {
    if (direction !== 'down' || tier[far.role] > 0) return [];
    const place = far.rack?.name ?? far.name;
    const names = { policy: `FROM-${place}`, list: far.rack ? `RACK-${place}` : `BORDER-${place}` };
    return [sessionFamily(family, { in: permitPrefixes(draft, family, 'import', names, ofLeaf(plan, far, family)) })];
  };
  for (const { direction, far, addresses, port } of adjacencies) {
    const name = direction === 'across' ? 'PEERS' : groupOf[far.role];
    const description = groupText[direction];
    const remoteAs = plan.switches.get(far.name)!.asn;
    const { name: farName } = far;
    if (port) {
      if (!groups.has(name)) {
        const all = families.map((family) => carried(direction, family));
        groups.set(name, { name, description, ...common, extendedNextHop: true, families: all });
      }
      const differing = families.flatMap((family) => own(direction, far, family));
      neighbors.push({
        peer: { type: 'port', port },
        group: name,
        description: farName,
        remoteAs,
        families: differing,
      });
      continue;
    }
    for (const { ip } of addresses) {
      const group = familyName(name, ip.family);
      if (!groups.has(group)) {
        const only = [carried(direction, ip.family)];
        groups.set(group, { name: group, description, ...common, extendedNextHop: false, families: only });
      }
      const families6or4 = own(direction, far, ip.family);
      neighbors.push({ peer: { type: 'address', ip }, group, description: farName, remoteAs, families: families6or4 });
    }
  }
  const { asn, routerId, loopbacks } = plan.switches.get(node.name)!;
  draft.bgp = {
    asn,
    routerId,
    maximumPaths: multipathWidth(plan, node),
    multipathRelax: true,
    groups: [...groups.values()],
    neighbors,
    networks: families.flatMap((family) => [
      ...loopbacks.filter((ip) => ip.family === family).map((base) => ({ base, length: family === 4 ? 32 : 128 })),
      ...(node.rack ? rackNetworks(plan, node.rack, family).map(({ prefix }) => prefix) : []),
    ]),
    aggregates: [],
    leaks: [],
    vrfs: [],
  };
}

/** eBGP on every link carries loopbacks and rack prefixes; each leaf is an autonomous system (RFC 7938). */
export const ebgpRoutes: Layer = {
  name: 'ebgp-routes',
  apply(plan, drafts) {
    const { bfd } = plan.fabric.topology.data.routing;
    const adjacencies = adjacenciesOf(plan);
    for (const { node } of plan.switches.values()) {
      const draft = drafts.switches.get(node.name);
      if (!draft) continue;
      if (bfd.enabled) draft.bfd = { interval: bfd.interval, multiplier: bfd.multiplier };
      gracefulShutdown(draft);
      addSessions(plan, node, draft, adjacencies.get(node.name) ?? []);
    }
  },
};
