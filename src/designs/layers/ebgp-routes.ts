import type {
  BgpFamily,
  BgpGroup,
  BgpNeighbor,
  BgpPeer,
  BgpVrf,
  RouteLeak,
  SwitchDevice,
} from '../../device/device.ts';
import type { Network, SwitchNode } from '../../fabric/fabric.ts';
import { defaultVrf } from '../../fabric/vrfs.ts';
import { type Family, type Ip, type Prefix, bitsOf } from '../../ip/index.ts';
import { isUnnumbered } from '../../plan/link-addresses.ts';
import type { LinkBlock, Plan, VrfBlocks } from '../../plan/plan.ts';
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
  readonly addresses: readonly Ip[];
  /** For sessions without addresses: the port of this switch. */
  readonly port?: Extract<BgpPeer, { type: 'port' }>;
}

function directionTo(node: SwitchNode, far: SwitchNode): Direction {
  const step = tier[far.role] - tier[node.role];
  return step > 0 ? 'up' : step < 0 ? 'down' : 'across';
}

/** Links of each switch in one routing table, in the order of the fabric. */
function adjacenciesOf(plan: Plan, vrf?: string): Map<string, Adjacency[]> {
  const found = new Map<string, Adjacency[]>(plan.fabric.switches.map(({ name }) => [name, []]));
  const unnumbered = isUnnumbered(plan.fabric);
  const vlan = vrf === undefined ? undefined : plan.vrfVlans.get(vrf);
  const inTable = (blocks: readonly LinkBlock[], vrfs: VrfBlocks | undefined): readonly LinkBlock[] =>
    vrf === undefined ? blocks : (vrfs?.get(vrf) ?? []);
  for (const { link, blocks, vrfs } of plan.links.values()) {
    for (const [own, far, end] of [
      [link.a, link.z, 'z'],
      [link.z, link.a, 'a'],
    ] as const) {
      const node = plan.switches.get(own.node)?.node;
      const other = plan.switches.get(far.node)?.node;
      if (!node || !other) continue;
      const port = unnumbered
        ? ({
            type: 'port',
            port: portOf(plan.fabric, own, link.speed),
            ...(vlan === undefined ? {} : { vlan }),
          } as const)
        : undefined;
      found.get(own.node)?.push({
        direction: directionTo(node, other),
        far: other,
        addresses: inTable(blocks, vrfs).map((block) => block[end]),
        ...(port ? { port } : {}),
      });
    }
  }
  for (const rack of plan.fabric.racks) {
    const [first, second] = rack.leafs;
    if (!first || !second) continue;
    const blocks = inTable(plan.backups.get(rack.name) ?? [], plan.vrfBackups.get(rack.name));
    if (blocks.length === 0) continue;
    found.get(first.name)?.push({ direction: 'across', far: second, addresses: blocks.map(({ z }) => z) });
    found.get(second.name)?.push({ direction: 'across', far: first, addresses: blocks.map((block) => block.a) });
  }
  return found;
}

/** A name in a VRF; in the default table the plain one. */
const inVrf = (name: string, vrf: string | undefined): string => (vrf === undefined ? name : `${name}-${vrf}`);

/** All prefixes of one family in a routing table: networks, and in the default one loopbacks and what comes from outside. */
function everything(plan: Plan, family: Family, vrf: string | undefined): Acceptable[] {
  const networks = fabricNetworks(plan, family, vrf);
  return vrf === undefined
    ? [...networks, ...fabricLoopbacks(plan, family), ...importedPrefixes(plan, family)]
    : networks;
}

/**
 * What a leaf announces, and no others' routes, since it is no transit: the networks of its rack, the loopbacks of the
 * rack's leafs (over either of them), and what comes from its upstreams.
 */
function ofLeaf(plan: Plan, node: SwitchNode, family: Family, vrf: string | undefined): Acceptable[] {
  const { rack } = node;
  const networks = rack ? rackNetworks(plan, rack, family, vrf) : [];
  return vrf === undefined
    ? [...networks, ...loopbacksOf(plan, rack ? rack.leafs : [node], family), ...importedPrefixes(plan, family, node)]
    : networks;
}

/** Policies of sessions in one direction, family and routing table, made on the switch. */
function policiesTo(
  plan: Plan,
  node: SwitchNode,
  draft: Draft<SwitchDevice>,
  family: Family,
  direction: Direction,
  vrf: string | undefined,
) {
  const all = everything(plan, family, vrf);
  const list = inVrf('FABRIC-ROUTES', vrf);
  const accept = permitPrefixes(draft, family, 'import', { policy: inVrf('FROM-FABRIC', vrf), list }, all);
  if (direction === 'up' && tier[node.role] === 0) {
    const own = { policy: inVrf('TO-SPINES', vrf), list: inVrf('RACK-ROUTES', vrf) };
    return { in: accept, out: permitPrefixes(draft, family, 'export', own, ofLeaf(plan, node, family, vrf)) };
  }
  return { in: accept, out: permitPrefixes(draft, family, 'export', { policy: inVrf('TO-FABRIC', vrf), list }, all) };
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
class SessionMaker {
  readonly groups = new Map<string, BgpGroup>();
  readonly #plan: Plan;
  readonly #node: SwitchNode;
  readonly #draft: Draft<SwitchDevice>;

  constructor(plan: Plan, node: SwitchNode, draft: Draft<SwitchDevice>) {
    this.#plan = plan;
    this.#node = node;
    this.#draft = draft;
  }

  /** Neighbours over links of one routing table; their groups are made where they are not there yet. */
  neighbors(adjacencies: readonly Adjacency[], vrf?: string): BgpNeighbor[] {
    const families = familiesOf(this.#plan);
    return adjacencies.flatMap(({ direction, far, addresses, port }) => {
      const name = inVrf(direction === 'across' ? 'PEERS' : groupOf[far.role], vrf);
      const common = { description: far.name, remoteAs: this.#plan.switches.get(far.name)!.asn };
      const neighbor = (peer: BgpPeer, group: string, carried: readonly Family[]): BgpNeighbor => {
        this.#need(group, direction, carried, peer.type === 'port', vrf);
        return {
          peer,
          group,
          ...common,
          families: carried.flatMap((family) => this.#differing(direction, far, family, vrf)),
        };
      };
      if (port) return [neighbor(port, name, families)];
      return addresses.map((ip) => neighbor({ type: 'address', ip }, familyName(name, ip.family), [ip.family]));
    });
  }

  #need(name: string, direction: Direction, families: readonly Family[], extendedNextHop: boolean, vrf?: string): void {
    if (this.groups.has(name)) return;
    const { topology } = this.#plan.fabric;
    const { bfd, bgp } = topology.data.routing;
    const { authentication } = bgp;
    this.groups.set(name, {
      name,
      description: groupText[direction],
      type: 'external',
      updateSourceLoopback: false,
      routeReflectorClient: false,
      nextHopSelf: false,
      addPath: false,
      bfd: bfd.enabled,
      extendedNextHop,
      // The two leafs of a rack that share a number take each other's loopbacks over the spines.
      allowOwnAs: bgp.asnPer === 'rack' && this.#node.role === 'leaf' ? 1 : 0,
      timers,
      ...(authentication ? { password: secretRef(topology, authentication, 'key', authentication.key) } : {}),
      families: families.map((family) =>
        sessionFamily(family, {
          ...policiesTo(this.#plan, this.#node, this.#draft, family, direction, vrf),
          limit: limitFor(plannedPrefixes(this.#plan, this.#node, direction, family)),
        }),
      ),
    });
  }

  /** What differs from the group: from the leafs of a rack only what the plan gave the rack. */
  #differing(direction: Direction, far: SwitchNode, family: Family, vrf?: string): BgpFamily[] {
    if (direction !== 'down' || tier[far.role] > 0) return [];
    const place = far.rack?.name ?? far.name;
    const list = inVrf(far.rack ? `RACK-${place}` : `BORDER-${place}`, vrf);
    const names = { policy: inVrf(`FROM-${place}`, vrf), list };
    const acceptable = ofLeaf(this.#plan, far, family, vrf);
    return [sessionFamily(family, { in: permitPrefixes(this.#draft, family, 'import', names, acceptable) })];
  }
}

/** Prefixes that a leaf's rack originates in one routing table. */
function rackOrigins(plan: Plan, node: SwitchNode, vrf: string | undefined): Prefix[] {
  const subnets = node.rack ? (plan.subnets.get(node.rack.name) ?? []) : [];
  return subnets.filter(({ gateway, network }) => gateway && network.vrf === vrf).map(({ prefix }) => prefix);
}

/** Routes that a table takes over from others on a leaf, as the file says. */
function leaksInto(plan: Plan, vrf: string | undefined, draft: Draft<SwitchDevice>): RouteLeak[] {
  const bySource = new Map<string | undefined, Network[]>();
  for (const { networks, to } of plan.fabric.leaks) {
    for (const network of networks) {
      if (to !== vrf || network.vrf === vrf) continue;
      bySource.set(network.vrf, [...(bySource.get(network.vrf) ?? []), network]);
    }
  }
  return [...bySource].map(([from, networks]) => ({
    ...(from === undefined ? {} : { from }),
    policies: familiesOf(plan).flatMap((family) => {
      const pools = networks.flatMap((network) => network.pools).filter(({ prefix }) => prefix.base.family === family);
      if (pools.length === 0) return [];
      const name = `LEAK-${from ?? defaultVrf}-${vrf ?? defaultVrf}`;
      const acceptable = pools.map(({ prefix, perRack }) => ({ prefix, le: perRack }));
      return [{ family, policy: permitPrefixes(draft, family, 'import', { policy: name, list: name }, acceptable) }];
    }),
  }));
}

function addSessions(
  plan: Plan,
  node: SwitchNode,
  draft: Draft<SwitchDevice>,
  adjacencies: readonly Adjacency[],
  vrfs: readonly { readonly vrf: string; readonly adjacencies: readonly Adjacency[] }[],
): void {
  const { asn, routerId, loopbacks } = plan.switches.get(node.name)!;
  const sessions = new SessionMaker(plan, node, draft);
  const isLeaf = tier[node.role] === 0;
  const neighbors = sessions.neighbors(adjacencies);
  const instances = vrfs.map(({ vrf, adjacencies: links }): BgpVrf => ({
    vrf,
    neighbors: sessions.neighbors(links, vrf),
    networks: rackOrigins(plan, node, vrf),
    aggregates: [],
    leaks: isLeaf ? leaksInto(plan, vrf, draft) : [],
  }));
  draft.bgp = {
    asn,
    routerId,
    maximumPaths: multipathWidth(plan, node),
    multipathRelax: true,
    groups: [...sessions.groups.values()],
    neighbors,
    networks: [
      ...loopbacks.map((base) => ({ base, length: bitsOf(base.family) })),
      ...rackOrigins(plan, node, undefined),
    ],
    aggregates: [],
    leaks: isLeaf ? leaksInto(plan, undefined, draft) : [],
    vrfs: instances,
  };
}

/** eBGP on every link carries loopbacks and rack prefixes; each leaf is an autonomous system (RFC 7938). */
export const ebgpRoutes: Layer = {
  name: 'ebgp-routes',
  apply(plan, drafts) {
    const { bfd } = plan.fabric.topology.data.routing;
    const adjacencies = adjacenciesOf(plan);
    const inVrfs = plan.fabric.vrfs.map(({ name: vrf }) => ({ vrf, adjacencies: adjacenciesOf(plan, vrf) }));
    for (const { node } of plan.switches.values()) {
      const draft = drafts.switches.get(node.name);
      if (!draft) continue;
      if (bfd.enabled) draft.bfd = { interval: bfd.interval, multiplier: bfd.multiplier };
      gracefulShutdown(draft);
      addSessions(
        plan,
        node,
        draft,
        adjacencies.get(node.name) ?? [],
        inVrfs.map((one) => ({ vrf: one.vrf, adjacencies: one.adjacencies.get(node.name) ?? [] })),
      );
    }
  },
};
