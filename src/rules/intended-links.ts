import type { Fabric, Link, ServerNode, UnlaidLink } from '../fabric/fabric.ts';
import type { ServerGroup } from '../topology/topology.ts';
import { groupBy } from '../fabric/group-by.ts';

/**
 * Every cable that the file asks for. Rules about connectivity look at these, so that a leaf that is
 * out of ports is not also reported as cut off.
 */
export function* intendedLinks(fabric: Fabric): Generator<UnlaidLink> {
  for (const { kind, a, z } of fabric.links) yield { kind, a: a.node, z: z.node };
  yield* fabric.unlaid;
}

/** Links of each switch to the tier above it, by name of the switch. */
export function uplinksBySwitch(fabric: Fabric): Map<string, Link[]> {
  return groupBy(fabric.links, (link) => (link.kind === 'uplink' ? link.a.node : undefined));
}

/** Links of each server that bonds its ports in one of some ways. */
export function linksOfBonded(fabric: Fabric, ...bonds: readonly ServerGroup['bond'][]): Map<ServerNode, Link[]> {
  const servers = new Map<string, ServerNode>();
  for (const server of fabric.servers) if (bonds.includes(server.group.bond)) servers.set(server.name, server);
  return groupBy(fabric.links, (link) => (link.kind === 'server' ? servers.get(link.a.node) : undefined));
}
