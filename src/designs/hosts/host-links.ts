import type { EthernetInterface } from '../../device/device.ts';
import type { Family, Prefix } from '../../ip/index.ts';
import type { Plan, RoutedServer } from '../../plan/plan.ts';
import { alone, announcedBy } from './host-routes.ts';
import type { ServerCable } from '../server-links.ts';

/** Seconds: for where BFD is off, or its packets pass and those of BGP do not. As between switches. */
const timers = { keepalive: 3, hold: 9 } as const;

/** IP MTU of a routed server's ports, where the file gives none: what the usual NICs and their drivers take. */
const usualMtu = 9000;

/** Families that the sessions with routed servers carry: those of their loopbacks, IPv4 first. */
export function hostFamilies({ fabric }: Plan): Family[] {
  return fabric.pools.hostLoopbacks.map(({ prefix }) => prefix.base.family);
}

/** Prefixes of one family that a routed server announces. */
export function announcedIn(server: RoutedServer, family: Family): Prefix[] {
  return announcedBy(server)
    .filter((ip) => ip.family === family)
    .map(alone);
}

/** IP MTU of a cable of a routed server, the same at both ends. */
function mtuOf(plan: Plan, { node }: RoutedServer, { leaf, mtu }: ServerCable): number {
  return mtu ?? node.group.mtu ?? Math.min(usualMtu, plan.switches.get(leaf)?.node.mtu ?? usualMtu);
}

/** A port at one end of a cable: routed, with nothing but link-local addresses (RFC 4291, 2.5.6). */
export function hostPort(
  plan: Plan,
  server: RoutedServer,
  cable: ServerCable,
  end: 'leaf' | 'server',
): EthernetInterface {
  return {
    kind: 'ethernet',
    description: end === 'leaf' ? server.node.role : '',
    mtu: mtuOf(plan, server, cable),
    ...(end === 'leaf' ? { port: cable.leafPort, peer: cable.toServer } : { port: cable.nic, peer: cable.toLeaf }),
    mode: { type: 'routed', addresses: [], linkLocal: true, routes: [] },
  };
}

/** What the sessions of both ends have in common. The key of the fabric's sessions is not for servers to know, so there is none. */
export function hostSessions(plan: Plan) {
  return {
    type: 'external',
    updateSourceLoopback: false,
    routeReflectorClient: false,
    nextHopSelf: false,
    addPath: false,
    bfd: plan.fabric.topology.data.routing.bfd.enabled,
    extendedNextHop: hostFamilies(plan).includes(4),
    allowOwnAs: 0,
    timers,
  } as const;
}
