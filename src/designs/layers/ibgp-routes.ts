import type { BgpFamily, BgpGroup, BgpNeighbor, SwitchDevice } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Draft } from '../draft.ts';
import type { Layer } from '../design.ts';
import { multipathWidth, powerOfTwoFrom } from '../multipath.ts';
import {
  type FabricRoutes,
  acceptFabric,
  acceptRack,
  announceRack,
  fabricRoutes,
  gracefulShutdown,
} from '../route-filters.ts';
import { secretRef } from '../start-drafts.ts';

/** Prefixes (and paths) a session may bring before it is shut, for the number that is planned: room to double, then a power of two. */
function limitFor(planned: number): number {
  return powerOfTwoFrom(Math.max(16, planned * 2));
}

interface Neighbours {
  readonly above: readonly SwitchNode[];
  readonly below: readonly SwitchNode[];
}

const tier = { leaf: 0, spine: 1, superspine: 2 } as const;

/** The switches that a switch is cabled to, one tier up and one down, in the order of the fabric. */
function neighboursOf(plan: Plan, node: SwitchNode): Neighbours {
  const names = new Set(plan.fabric.graph.neighbors(node.name));
  const found = { above: [] as SwitchNode[], below: [] as SwitchNode[] };
  for (const name of names) {
    const other = plan.fabric.graph.getNodeAttributes(name);
    if (other.kind !== 'switch') continue;
    if (tier[other.role] === tier[node.role] + 1) found.above.push(other);
    if (tier[other.role] === tier[node.role] - 1) found.below.push(other);
  }
  return found;
}

const upGroup = { leaf: 'SPINES', spine: 'SUPERSPINES', superspine: '' } as const;
const downGroup = { leaf: '', spine: 'LEAFS', superspine: 'SPINES' } as const;

function neighbor(plan: Plan, node: SwitchNode, group: string, families: readonly BgpFamily[] = []): BgpNeighbor[] {
  const ip = plan.switches.get(node.name)?.loopback;
  return ip ? [{ peer: { type: 'address', ip }, group, description: node.name, families }] : [];
}

/** Sessions of one switch: to its route reflectors above, and to its clients below. */
function addSessions(plan: Plan, node: SwitchNode, draft: Draft<SwitchDevice>, routes: FabricRoutes): void {
  const { topology } = plan.fabric;
  const { authentication } = topology.data.routing.bgp;
  const { above, below } = neighboursOf(plan, node);
  const { loopback } = plan.switches.get(node.name)!;
  // Inside one autonomous system: an ASN that the file gives a single device is for designs where each has its own.
  const { asn } = topology.data.fabric;
  const common = {
    type: 'internal',
    remoteAs: asn,
    updateSourceLoopback: true,
    addPath: routes.addPath,
    // OSPF's BFD watches the links; a session between loopbacks survives the loss of any of them.
    bfd: false,
    extendedNextHop: false,
    allowOwnAs: 0,
    ...(authentication ? { password: secretRef(topology, authentication, 'key', authentication.key) } : {}),
  } as const;
  const groups: BgpGroup[] = [];
  const neighbors: BgpNeighbor[] = [];
  if (above.length > 0) {
    groups.push({
      name: upGroup[node.role],
      description: 'route reflectors',
      ...common,
      routeReflectorClient: false,
      // A leaf is the next hop of its rack; a reflector must leave the next hop alone.
      nextHopSelf: node.role === 'leaf',
      families: [
        {
          family: 4,
          importPolicy: acceptFabric(draft, routes),
          ...(node.rack ? { exportPolicy: announceRack(plan, node.rack, draft) } : {}),
          maximumPrefixes: limitFor(routes.pathsFromAbove(node, above.length)),
          defaultOriginate: false,
        },
      ],
    });
    neighbors.push(...above.flatMap((other) => neighbor(plan, other, upGroup[node.role])));
  }
  if (below.length > 0) {
    groups.push({
      name: downGroup[node.role],
      description: 'clients',
      ...common,
      routeReflectorClient: true,
      nextHopSelf: false,
      families: [
        {
          family: 4,
          ...(node.role === 'superspine' ? { importPolicy: acceptFabric(draft, routes) } : {}),
          maximumPrefixes: limitFor(routes.pathsFromBelow(node)),
          defaultOriginate: false,
        },
      ],
    });
    for (const other of below) {
      const own: BgpFamily[] = other.rack
        ? [{ family: 4, importPolicy: acceptRack(plan, other.rack, draft), defaultOriginate: false }]
        : [];
      neighbors.push(...neighbor(plan, other, downGroup[node.role], own));
    }
  }
  draft.bgp = {
    asn,
    routerId: loopback,
    // Each reflector is a cluster of its own: two that shared an id would drop each other's routes (RFC 4456, 7).
    ...(below.length > 0 ? { clusterId: loopback } : {}),
    maximumPaths: multipathWidth(plan, node),
    multipathRelax: false,
    groups,
    vrfs: [],
    neighbors,
    aggregates: [],
    leaks: [],
    networks: node.rack
      ? (plan.subnets.get(node.rack.name) ?? []).filter((one) => one.gateway).map((one) => one.prefix)
      : [],
  };
}

/** iBGP carries the rack prefixes: leafs announce them, the tier above reflects them (RFC 4456). */
export const ibgpRoutes: Layer = {
  name: 'ibgp-routes',
  apply(plan, drafts) {
    const routes = fabricRoutes(plan);
    for (const { node } of plan.switches.values()) {
      const draft = drafts.switches.get(node.name);
      if (!draft) continue;
      gracefulShutdown(draft);
      addSessions(plan, node, draft, routes);
    }
  },
};
