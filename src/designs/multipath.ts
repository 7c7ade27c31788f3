import type { SwitchNode } from '../fabric/fabric.ts';
import { mostPaths } from '../platforms/ecmp.ts';
import type { Plan } from '../plan/plan.ts';

/** The smallest power of two from `count` on. */
export function powerOfTwoFrom(count: number): number {
  let power = 1;
  while (power < count) power *= 2;
  return power;
}

/**
 * Most next hops of a route on a switch: what the user says, else what the platform can do, else (where no source
 * gives that) as many as the switch has links to other routers, with room to grow.
 */
export function multipathWidth(plan: Plan, node: SwitchNode): number {
  const given = plan.fabric.topology.data.routing.bgp.maximumPaths;
  if (given !== undefined) return given;
  const { ecmpWidth } = node.platform;
  if (ecmpWidth !== undefined) return Math.min(ecmpWidth, mostPaths);
  let links = 0;
  plan.fabric.graph.forEachEdge(node.name, (_id, link) => {
    if (link.kind !== 'server' || plan.routedServers.has(link.a.node)) links++;
  });
  return Math.min(mostPaths, powerOfTwoFrom(Math.max(8, links)));
}
