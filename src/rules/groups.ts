import type { Fabric, ServerNode } from '../fabric/fabric.ts';
import type { ServerGroup } from '../topology/topology.ts';
import { groupBy } from '../fabric/group-by.ts';

/** The servers of each group of the file: what is wrong with a group is wrong once, not once a server. */
export function serversByGroup(fabric: Fabric): Map<ServerGroup, ServerNode[]> {
  return groupBy(fabric.servers, (server) => server.group);
}
