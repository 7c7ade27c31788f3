import type { BgpFamily, BgpGroup, BgpNeighbor, BgpPeer, SwitchDevice } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import type { Family } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Draft } from '../draft.ts';
import { familyName, permitPrefixes, sessionFamily } from '../route-filters.ts';
import { secretRef } from '../start-drafts.ts';
import { groupOf, tier } from '../tiers.ts';
import type { Adjacency, Direction } from './adjacencies.ts';
import { type RouteSet, inVrf } from './route-sets.ts';

/** Seconds: for where BFD is off, or its packets pass and those of BGP do not. */
const timers = { keepalive: 3, hold: 9 } as const;

const groupText: Readonly<Record<Direction, string>> = {
  up: 'tier above',
  down: 'tier below',
  across: 'same tier',
};

/** What the sessions of one routing table carry, by family. */
export type Table = ReadonlyMap<Family, RouteSet>;

/** Sessions of one switch: over each link one for each family, or one for all where they have no addresses. */
export class SessionMaker {
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
  neighbors(adjacencies: readonly Adjacency[], table: Table, vrf?: string): BgpNeighbor[] {
    return adjacencies.flatMap(({ direction, far, addresses, port }) => {
      const name = inVrf(direction === 'across' ? 'PEERS' : groupOf[far.role], vrf);
      const common = { description: far.name, remoteAs: this.#plan.switches.get(far.name)!.asn };
      const neighbor = (
        peer: BgpPeer,
        group: string,
        carried: readonly (readonly [Family, RouteSet])[],
      ): BgpNeighbor => {
        this.#need(group, direction, carried, peer.type === 'port', vrf);
        const families = carried.flatMap(([family, routes]) => this.#differing(direction, far, family, routes, vrf));
        return { peer, group, ...common, families };
      };
      if (port) return [neighbor(port, name, [...table])];
      return addresses.flatMap((ip) => {
        const routes = table.get(ip.family);
        return routes ? [neighbor({ type: 'address', ip }, familyName(name, ip.family), [[ip.family, routes]])] : [];
      });
    });
  }

  #need(
    name: string,
    direction: Direction,
    carried: readonly (readonly [Family, RouteSet])[],
    extendedNextHop: boolean,
    vrf?: string,
  ): void {
    if (this.groups.has(name)) return;
    const { topology } = this.#plan.fabric;
    const { bfd, bgp } = topology.data.routing;
    const { authentication } = bgp;
    const shared = bgp.asnPer === 'rack' && this.#node.role === 'leaf';
    const isInternal = shared && direction === 'across';
    this.groups.set(name, {
      name,
      description: groupText[direction],
      type: isInternal ? 'internal' : 'external',
      updateSourceLoopback: false,
      routeReflectorClient: false,
      nextHopSelf: isInternal,
      addPath: false,
      bfd: bfd.enabled,
      extendedNextHop,
      // The two leafs of a rack that share a number take each other's loopbacks over the spines.
      allowOwnAs: shared && !isInternal ? 1 : 0,
      timers,
      ...(authentication ? { password: secretRef(topology, authentication, 'key', authentication.key) } : {}),
      families: carried.map(([family, routes]) =>
        sessionFamily(family, {
          ...this.#policies(direction, family, routes, vrf),
          limit: direction === 'down' && this.#node.role === 'spine' ? routes.limits.rack : routes.limits.all,
        }),
      ),
    });
  }

  /** Policies of sessions in one direction, family and routing table, made on the switch. */
  #policies(direction: Direction, family: Family, routes: RouteSet, vrf?: string): { in: string; out: string } {
    const list = inVrf('FABRIC-ROUTES', vrf);
    const permit = (way: 'import' | 'export', policy: string) =>
      permitPrefixes(this.#draft, family, way, { policy: inVrf(policy, vrf), list }, routes.everything);
    const accept = permit('import', 'FROM-FABRIC');
    if (direction !== 'up' || tier[this.#node.role] > 0) return { in: accept, out: permit('export', 'TO-FABRIC') };
    const own = { policy: inVrf('TO-SPINES', vrf), list: inVrf('RACK-ROUTES', vrf) };
    return { in: accept, out: permitPrefixes(this.#draft, family, 'export', own, routes.ofLeaf(this.#node)) };
  }

  /** What differs from the group: from the leafs of a rack only what the plan gave the rack. */
  #differing(direction: Direction, far: SwitchNode, family: Family, routes: RouteSet, vrf?: string): BgpFamily[] {
    if (direction !== 'down' || tier[far.role] > 0) return [];
    const place = far.rack?.name ?? far.name;
    const list = inVrf(far.rack ? `RACK-${place}` : `BORDER-${place}`, vrf);
    const names = { policy: inVrf(`FROM-${place}`, vrf), list };
    return [sessionFamily(family, { in: permitPrefixes(this.#draft, family, 'import', names, routes.ofLeaf(far)) })];
  }
}
