import type { Fabric, ServerNode, Zone } from '../fabric/fabric.ts';
import { groupBy } from '../fabric/group-by.ts';
import { isCutShort, lacksRacks } from './left-out.ts';

/** The servers of a role, and how many of them each zone has; zones without one are left out. */
export interface RoleInZones {
  readonly role: string;
  readonly servers: readonly ServerNode[];
  /** The zone with most servers first, then in order of the file. */
  readonly zones: readonly { readonly zone: Zone; readonly servers: readonly ServerNode[] }[];
}

/** Where the servers of each role stand; none where there is one zone, or where not all racks could be built. */
export function rolesByZone(fabric: Fabric): RoleInZones[] {
  if (fabric.zones.length < 2 || isCutShort(fabric) || lacksRacks(fabric) || fabric.topology.dropped.size > 0)
    return [];
  return [...groupBy(fabric.servers, (server) => server.role)].map(([role, servers]) => ({
    role,
    servers,
    zones: [...groupBy(servers, (server) => server.rack.zone)]
      .map(([zone, own]) => ({ zone, servers: own }))
      .sort((a, b) => b.servers.length - a.servers.length || a.zone.index - b.zone.index),
  }));
}
