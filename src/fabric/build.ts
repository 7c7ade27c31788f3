import type { Topology } from '../topology/topology.ts';
import { expandAnycast } from './anycast.ts';
import { PortAssignment } from './assign-ports.ts';
import { startBuilding } from './building.ts';
import { requestLinks } from './cabling.ts';
import { applyExplicitLinks } from './explicit-links.ts';
import { type Allocations, EarlierAllocations } from './earlier.ts';
import { type DesignTraits, routedFabric } from './design-traits.ts';
import type { Fabric } from './fabric.ts';
import { expandGroups } from './groups.ts';
import { noteUnknownDevices } from './known-devices.ts';
import { expandNetworks, readPools } from './networks.ts';
import { expandRacks } from './racks.ts';
import { expandServers } from './servers.ts';
import { expandBorders, expandLeafs, expandSpines } from './switches.ts';
import { expandUpstreams } from './upstreams.ts';
import { expandLeaks, expandVrfs } from './vrfs.ts';

/**
 * Expands a topology into its graph: racks, switches, servers, and every cable with its ports.
 * Total: what cannot be built is left out and noted in `defects`.
 * @param traits what the design asks of the graph.
 * @param previous allocations of an earlier build; what is still there keeps its ports, and later its addresses.
 */
export function buildFabric(topology: Topology, previous?: Allocations, traits: DesignTraits = routedFabric): Fabric {
  const building = startBuilding(topology, traits);
  const zones = expandGroups(building, 'zones');
  const pods = expandGroups(building, 'pods');
  if (topology.data.fabric.superspines && pods.length === 0) {
    building.defects.push({
      kind: 'superspines-without-pods',
      span: topology.spans.ofKey(topology.data.fabric, 'superspines'),
    });
  }
  const networks = expandNetworks(building);
  const leaks = expandLeaks(building);
  const pools = readPools(building);
  const anycast = expandAnycast(building);
  expandRacks(building, zones, pods);
  expandSpines(building, pods);
  expandLeafs(building);
  expandBorders(building);
  expandServers(building);
  noteUnknownDevices(building);
  const earlier = new EarlierAllocations(previous).renamed(building.renames);
  const upstreams = expandUpstreams(building, anycast);
  const assignment = new PortAssignment(building, earlier);
  assignment.assign(applyExplicitLinks(building, requestLinks(building)), upstreams);
  return {
    topology,
    traits,
    name: topology.data.name,
    graph: building.graph,
    zones,
    pods,
    racks: building.racks,
    switches: building.switches,
    servers: building.servers,
    links: building.links,
    upstreams: building.upstreams,
    unlaid: building.unlaid,
    networks,
    vrfs: expandVrfs(building),
    leaks,
    anycast,
    pools,
    earlier,
    renames: building.renames,
    defects: building.defects,
  };
}
