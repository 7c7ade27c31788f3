import type { SwitchNode } from '../fabric/fabric.ts';
import type { Family } from '../ip/index.ts';
import type { Plan } from '../plan/plan.ts';
import { hostRoutes } from './hosts/host-routes.ts';
import { powerOfTwoFrom } from './multipath.ts';
import { importedPrefixes } from './route-filters.ts';

/** How many prefixes and paths the sessions of iBGP carry: what their limits are made from. */
export interface PathCounts {
  /** True where some prefix has two leafs: reflectors must then pass on both paths, not only the better (RFC 7911). */
  readonly addPath: boolean;
  /** Paths that one session from the tier above brings. */
  readonly fromAbove: (node: SwitchNode, above: number) => number;
  /** Paths that one session from the tier below brings. */
  readonly fromBelow: (node: SwitchNode) => number;
}

/** Counts the rack prefixes of one family, and how many paths of each a session carries. */
export function countPaths(plan: Plan, family: Family): PathCounts {
  const { fabric } = plan;
  const hosts = hostRoutes(plan, family);
  let paths = 0;
  let mostOfRack = 0;
  const ofPod = new Map<string | undefined, number>();
  for (const rack of fabric.racks) {
    const subnets = plan.subnets.get(rack.name) ?? [];
    const prefixes = subnets.filter(({ prefix }) => prefix.base.family === family).length + hosts.pathsIn(rack);
    const ofRack = prefixes * rack.leafs.length;
    paths += ofRack;
    mostOfRack = Math.max(mostOfRack, prefixes);
    ofPod.set(rack.pod?.name, (ofPod.get(rack.pod?.name) ?? 0) + ofRack);
  }
  const imported = importedPrefixes(plan, family).length;
  const addPath =
    fabric.racks.some((rack) => rack.leafs.length > 1) || fabric.upstreams.length > 1 || hosts.areShared();
  const mostOfPod = Math.max(0, ...ofPod.values());
  const superspines = fabric.switches.filter((node) => node.role === 'superspine').length;
  const spinesOfPod = fabric.topology.data.fabric.spines.count;
  // With add-path a superspine passes on one copy from each spine of a pod, and a spine one from each superspine.
  const copies = addPath && superspines > 0 ? spinesOfPod : 1;
  return {
    addPath,
    fromAbove: (node, above) =>
      (paths + imported * fabric.upstreams.length) *
      copies *
      (addPath && node.role === 'leaf' && superspines > 0 ? Math.max(1, superspines, above) : 1),
    fromBelow: (node) => (node.role === 'spine' ? mostOfRack : mostOfPod * (addPath ? superspines : 1)) + imported,
  };
}

/** Prefixes (and paths) a session may bring before it is shut, for the number that is planned: room to double, then a power of two. */
export function limitFor(planned: number): number {
  return powerOfTwoFrom(Math.max(16, planned * 2));
}
