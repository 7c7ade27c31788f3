import type { BgpGroup, BgpNeighbor, SwitchDevice } from '../../device/device.ts';
import { everything } from '../../ip/index.ts';
import type { Plan, RoutedServer } from '../../plan/plan.ts';
import type { Draft } from '../draft.ts';
import { announcedBy, exactly } from './host-routes.ts';
import { powerOfTwoFrom } from '../multipath.ts';
import { type Filtered, permitPrefixes, sessionFamily } from '../route-filters.ts';
import type { ServerCable } from '../server-links.ts';
import { announcedIn, hostFamilies, hostPort, hostSessions } from './host-links.ts';

/** Name of the group of a leaf's sessions with its servers. */
const hosts = 'HOSTS';

/** Routes at which a session with a server is shut: all that any server has been given, with some room. */
export function hostLimit(plan: Plan): number {
  let most = 4;
  for (const server of plan.routedServers.values()) most = Math.max(most, announcedBy(server).length);
  return powerOfTwoFrom(most);
}

/** The sessions of a leaf with all its servers: a default route out, nothing in but what a neighbour's own policy permits. */
function groupOf(plan: Plan, draft: Filtered, limit: number): BgpGroup {
  return {
    name: hosts,
    description: 'routed servers',
    ...hostSessions(plan),
    families: hostFamilies(plan).map((family) => {
      const out = { policy: 'TO-HOSTS', list: 'DEFAULT' };
      return {
        ...sessionFamily(family, {
          in: permitPrefixes(draft, family, 'import', { policy: 'FROM-HOSTS', list: 'NO-HOST' }, []),
          out: permitPrefixes(draft, family, 'export', out, exactly([everything(family)])),
          limit,
        }),
        defaultOriginate: true,
      };
    }),
  };
}

/** The session of a leaf with one server: exactly its addresses, and those of its services. */
function neighborAt(plan: Plan, draft: Filtered, server: RoutedServer, cable: ServerCable): BgpNeighbor {
  const { name } = server.node;
  const names = { policy: `FROM-HOST-${name}`, list: `HOST-${name}` };
  return {
    peer: { type: 'port', port: cable.leafPort },
    group: hosts,
    description: name,
    remoteAs: plan.fabric.topology.data.routing.bgp.hostAsn,
    families: hostFamilies(plan).map((family) => ({
      ...sessionFamily(family, {
        in: permitPrefixes(draft, family, 'import', names, exactly(announcedIn(server, family))),
      }),
      defaultOriginate: true,
    })),
  };
}

/** Adds one cable of a routed server to its leaf: the port, and the session over it. */
export function addToLeaf(
  plan: Plan,
  draft: Draft<SwitchDevice>,
  server: RoutedServer,
  cable: ServerCable,
  limit: number,
): void {
  const { bgp } = draft;
  if (!bgp) return;
  draft.interfaces.push(hostPort(plan, server, cable, 'leaf'));
  const groups = bgp.groups.some(({ name }) => name === hosts)
    ? bgp.groups
    : [...bgp.groups, groupOf(plan, draft, limit)];
  draft.bgp = { ...bgp, groups, neighbors: [...bgp.neighbors, neighborAt(plan, draft, server, cable)] };
}
