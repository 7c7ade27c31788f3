import type { BgpGroup, BgpNeighbor, EthernetInterface, ServerDevice, SwitchDevice } from '../../device/device.ts';
import type { Family } from '../../ip/index.ts';
import type { Plan, RoutedServer } from '../../plan/plan.ts';
import type { Layer } from '../design.ts';
import type { Draft } from '../draft.ts';
import { alone, announcedBy, exactly } from '../host-routes.ts';
import { powerOfTwoFrom } from '../multipath.ts';
import { type Filtered, gracefulShutdown, permitPrefixes, sessionFamily } from '../route-filters.ts';
import { type ServerCable, cablesOf } from '../server-links.ts';

/** Names of the groups of sessions, on leafs and on servers. */
const [hosts, leafs] = ['HOSTS', 'LEAFS'];

/** Seconds: for where BFD is off, or its packets pass and those of BGP do not. As between switches. */
const timers = { keepalive: 3, hold: 9 } as const;

/** IP MTU of a routed server's ports, where the file gives none: what data-centre NICs and their drivers all take. */
const usualMtu = 9000;

function familiesOf({ fabric }: Plan): Family[] {
  return fabric.pools.hostLoopbacks.map(({ prefix }) => prefix.base.family);
}

const announcedIn = (server: RoutedServer, family: Family) =>
  announcedBy(server)
    .filter((ip) => ip.family === family)
    .map(alone);

const everything = (family: Family) => ({ base: { family, value: 0n }, length: 0 });

/** IP MTU of a cable of a routed server, the same at both ends. */
function mtuOf(plan: Plan, { node }: RoutedServer, { leaf, mtu }: ServerCable): number {
  return mtu ?? node.group.mtu ?? Math.min(usualMtu, plan.switches.get(leaf)?.node.mtu ?? usualMtu);
}

/** The end of a cable at a port: routed, with nothing but link-local addresses (RFC 4291, 2.5.6). */
function portAt(cable: ServerCable, end: 'leaf' | 'server', description: string, mtu: number): EthernetInterface {
  const place =
    end === 'leaf' ? { port: cable.leafPort, peer: cable.toServer } : { port: cable.nic, peer: cable.toLeaf };
  return {
    kind: 'ethernet',
    description,
    mtu,
    ...place,
    mode: { type: 'routed', addresses: [], linkLocal: true, routes: [] },
  };
}

/** Settings of both ends. The key of the fabric's sessions is not for servers to know, so there is none. */
function groupSettings(plan: Plan) {
  return {
    type: 'external',
    updateSourceLoopback: false,
    routeReflectorClient: false,
    nextHopSelf: false,
    addPath: false,
    bfd: plan.fabric.topology.data.routing.bfd.enabled,
    extendedNextHop: familiesOf(plan).includes(4),
    allowOwnAs: 0,
    timers,
  } as const;
}

/** The sessions of a leaf with all its servers: a default route out, nothing in but what a neighbour's own policy permits. */
function hostGroup(plan: Plan, draft: Filtered, limit: number): BgpGroup {
  return {
    name: hosts!,
    description: 'routed servers',
    ...groupSettings(plan),
    families: familiesOf(plan).map((family) => ({
      ...sessionFamily(family, {
        in: permitPrefixes(draft, family, 'import', { policy: 'FROM-HOSTS', list: 'NO-HOST' }, []),
        out: permitPrefixes(
          draft,
          family,
          'export',
          { policy: 'TO-HOSTS', list: 'DEFAULT' },
          exactly([everything(family)]),
        ),
        limit,
      }),
      defaultOriginate: true,
    })),
  };
}

/** The session of a leaf with one server: exactly its addresses, and those of its services. */
function hostNeighbor(plan: Plan, draft: Filtered, server: RoutedServer, cable: ServerCable): BgpNeighbor {
  const { name } = server.node;
  const names = { policy: `FROM-HOST-${name}`, list: `HOST-${name}` };
  return {
    peer: { type: 'port', port: cable.leafPort },
    group: hosts!,
    description: name,
    remoteAs: plan.fabric.topology.data.routing.bgp.hostAsn,
    families: familiesOf(plan).map((family) => ({
      ...sessionFamily(family, {
        in: permitPrefixes(draft, family, 'import', names, exactly(announcedIn(server, family))),
      }),
      defaultOriginate: true,
    })),
  };
}

/** Routes that a session with a server may bring: those that it has been given, and room for a service more. */
function limitOf(plan: Plan): number {
  const most = [...plan.routedServers.values()].map((server) => announcedBy(server).length);
  return powerOfTwoFrom(Math.max(4, ...most));
}

function addToLeaf(plan: Plan, draft: Draft<SwitchDevice>, server: RoutedServer, cable: ServerCable): void {
  if (!draft.bgp) return;
  const known = draft.bgp.groups.some(({ name }) => name === hosts);
  draft.interfaces.push(portAt(cable, 'leaf', server.node.role, mtuOf(plan, server, cable)));
  draft.bgp = {
    ...draft.bgp,
    groups: known ? draft.bgp.groups : [...draft.bgp.groups, hostGroup(plan, draft, limitOf(plan))],
    neighbors: [...draft.bgp.neighbors, hostNeighbor(plan, draft, server, cable)],
  };
}

/** The server's own process: it takes a default route from each leaf, and announces its addresses; it is no transit. */
function routingOf(
  plan: Plan,
  server: RoutedServer,
  cables: readonly ServerCable[],
): NonNullable<ServerDevice['routing']> {
  const { bfd, bgp } = plan.fabric.topology.data.routing;
  const filters: Filtered = { policies: { prefixLists: [], communityLists: [], policies: [] } };
  gracefulShutdown(filters);
  const group: BgpGroup = {
    name: leafs!,
    description: 'leafs of the rack',
    ...groupSettings(plan),
    families: familiesOf(plan).map((family) =>
      sessionFamily(family, {
        in: permitPrefixes(
          filters,
          family,
          'import',
          { policy: 'FROM-LEAFS', list: 'DEFAULT' },
          exactly([everything(family)]),
        ),
        out: permitPrefixes(
          filters,
          family,
          'export',
          { policy: 'TO-LEAFS', list: 'OWN' },
          exactly(announcedIn(server, family)),
        ),
      }),
    ),
  };
  return {
    bgp: {
      asn: bgp.hostAsn,
      routerId: server.routerId,
      maximumPaths: powerOfTwoFrom(cables.length),
      // Each leaf may be an autonomous system of its own.
      multipathRelax: true,
      groups: [group],
      neighbors: cables.map(({ nic, leaf }) => ({
        peer: { type: 'port', port: nic },
        group: leafs!,
        description: leaf,
        remoteAs: plan.switches.get(leaf)!.asn,
        families: [],
      })),
      networks: announcedBy(server).map(alone),
      aggregates: [],
      leaks: [],
      vrfs: [],
    },
    ...(bfd.enabled ? { bfd: { interval: bfd.interval, multiplier: bfd.multiplier } } : {}),
    policies: filters.policies,
  };
}

function addToServer(
  plan: Plan,
  draft: Draft<ServerDevice>,
  server: RoutedServer,
  cables: readonly ServerCable[],
): void {
  draft.interfaces.push(
    {
      kind: 'loopback',
      description: '',
      mtu: 65536,
      addresses: announcedBy(server).map((ip) => ({ ip, length: alone(ip).length })),
    },
    ...cables.map((cable) => portAt(cable, 'server', '', mtuOf(plan, server, cable))),
  );
  draft.routing = routingOf(plan, server, cables);
}

/**
 * Servers that are routers themselves: a loopback, and on each port a session with the leaf. What a server announces
 * goes when it does, the addresses that it shares with others as well. All servers may have one AS number: no path that
 * a server hears has it, and no leaf takes a route of theirs from another server.
 */
export const routedHosts: Layer = {
  name: 'routed-hosts',
  apply(plan, drafts) {
    for (const [name, server] of plan.routedServers) {
      const cables = cablesOf(plan.fabric, server.node).filter(({ leaf }) => plan.switches.has(leaf));
      for (const cable of cables) {
        const leaf = drafts.switches.get(cable.leaf);
        if (leaf) addToLeaf(plan, leaf, server, cable);
      }
      const draft = drafts.servers.get(name);
      if (draft && cables.length > 0) addToServer(plan, draft, server, cables);
    }
  },
};
