import type { Peer, Port } from '../device/device.ts';
import type { Fabric, Link, ServerNode } from '../fabric/fabric.ts';
import { groupBy } from '../fabric/group-by.ts';
import { peerAt, portOf } from './ports.ts';

/** One cable of a server, seen from both ends. */
export interface ServerCable {
  readonly leaf: string;
  /** IP MTU that the user gave the cable. */
  readonly mtu?: number;
  readonly nic: Port;
  readonly leafPort: Port;
  /** The leaf, as the server sees it. */
  readonly toLeaf: Peer;
  /** The server, as the leaf sees it. */
  readonly toServer: Peer;
}

const known = new WeakMap<Fabric, Map<string, Link[]>>();

/** Links of all servers, found once: asking the graph for each server takes as long as all else that is made of them. */
function linksOfServers(fabric: Fabric): ReadonlyMap<string, Link[]> {
  const earlier = known.get(fabric);
  if (earlier) return earlier;
  const links = groupBy(fabric.links, ({ kind, a }) => (kind === 'server' ? a.node : undefined));
  known.set(fabric, links);
  return links;
}

/** Cables of a server by NIC. */
export function cablesOf(fabric: Fabric, server: ServerNode): ServerCable[] {
  const cables = linksOfServers(fabric)
    .get(server.name)
    ?.map((link): ServerCable => ({
      leaf: link.z.node,
      ...(link.mtu === undefined ? {} : { mtu: link.mtu }),
      nic: portOf(fabric, link.a, link.speed),
      leafPort: portOf(fabric, link.z, link.speed),
      toLeaf: peerAt(fabric, link.z, link.speed),
      toServer: peerAt(fabric, link.a, link.speed),
    }));
  return (cables ?? []).sort((a, b) => a.nic.panel - b.nic.panel);
}

/** The same cables, leaf by leaf. */
export function byLeaf(cables: readonly ServerCable[]): Map<string, ServerCable[]> {
  const groups = new Map<string, ServerCable[]>();
  for (const cable of cables) {
    const group = groups.get(cable.leaf);
    if (group) group.push(cable);
    else groups.set(cable.leaf, [cable]);
  }
  return groups;
}

/** Largest IP MTU of a server's networks: what its ports and the leaf's must carry. */
export function serverMtu(server: ServerNode): number {
  return Math.max(...server.networks.map((network) => network.mtu));
}
