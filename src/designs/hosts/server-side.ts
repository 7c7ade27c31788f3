import type { BgpGroup, ServerDevice } from '../../device/device.ts';
import { everything } from '../../ip/index.ts';
import type { Plan, RoutedServer } from '../../plan/plan.ts';
import type { Draft } from '../draft.ts';
import { alone, announcedBy, exactly } from './host-routes.ts';
import { powerOfTwoFrom } from '../multipath.ts';
import { type Filtered, gracefulShutdown, permitPrefixes, sessionFamily } from '../route-filters.ts';
import type { ServerCable } from '../server-links.ts';
import { announcedIn, hostFamilies, hostPort, hostSessions } from './host-links.ts';

type Routing = NonNullable<ServerDevice['routing']>;

/** Name of the group of a server's sessions with its leafs. */
const leafs = 'LEAFS';

/**
 * Milliseconds between BFD packets that a server asks for at least: its CPUs have other work, and the slower end decides
 * (RFC 5880, 6.8.3), so the leaf follows.
 */
const leastInterval = 300;

/** IP MTU of the loopback of Linux. */
const loopbackMtu = 65536;

/** The sessions of a server with its leafs: it takes a default route from each, and tells them its addresses. */
function groupOf(plan: Plan, filters: Filtered, server: RoutedServer): BgpGroup {
  return {
    name: leafs,
    description: 'leafs of the rack',
    ...hostSessions(plan),
    families: hostFamilies(plan).map((family) => {
      const inward = { policy: 'FROM-LEAFS', list: 'DEFAULT' };
      const outward = { policy: 'TO-LEAFS', list: 'OWN' };
      return sessionFamily(family, {
        in: permitPrefixes(filters, family, 'import', inward, exactly([everything(family)])),
        out: permitPrefixes(filters, family, 'export', outward, exactly(announcedIn(server, family))),
      });
    }),
  };
}

/** The server's own process; it passes nothing on, and so is no way from one leaf to the other. */
function routingOf(plan: Plan, server: RoutedServer, cables: readonly ServerCable[]): Routing {
  const { bfd, bgp } = plan.fabric.topology.data.routing;
  const filters: Filtered = { policies: { prefixLists: [], communityLists: [], policies: [] } };
  gracefulShutdown(filters);
  const groups = [groupOf(plan, filters, server)];
  return {
    bgp: {
      asn: bgp.hostAsn,
      routerId: server.routerId,
      maximumPaths: powerOfTwoFrom(cables.length),
      // Each leaf may be an autonomous system of its own.
      multipathRelax: true,
      groups,
      neighbors: cables.map(({ nic, leaf }) => ({
        peer: { type: 'port', port: nic },
        group: leafs,
        description: leaf,
        remoteAs: plan.switches.get(leaf)!.asn,
        families: [],
      })),
      networks: announcedBy(server).map(alone),
      aggregates: [],
      leaks: [],
      vrfs: [],
    },
    ...(bfd.enabled ? { bfd: { interval: Math.max(bfd.interval, leastInterval), multiplier: bfd.multiplier } } : {}),
    policies: filters.policies,
  };
}

/** Makes a server a router: its addresses on the loopback, and a session on every port. */
export function addToServer(
  plan: Plan,
  draft: Draft<ServerDevice>,
  server: RoutedServer,
  cables: readonly ServerCable[],
): void {
  const addresses = announcedBy(server).map((ip) => ({ ip, length: alone(ip).length }));
  draft.interfaces.push(
    { kind: 'loopback', description: '', mtu: loopbackMtu, addresses },
    ...cables.map((cable) => hostPort(plan, server, cable, 'server')),
  );
  draft.routing = routingOf(plan, server, cables);
}
