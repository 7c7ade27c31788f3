import type { Fabric, Link, SwitchNode } from '../fabric/fabric.ts';
import type { Span } from '../diagnostics/span.ts';
import { spanOf } from '../topology/topology.ts';

/** The switches at both ends of a cable; undefined for that of a server. */
export function switchesOf(fabric: Fabric, link: Link): readonly [SwitchNode, SwitchNode] | undefined {
  const a = fabric.graph.getNodeAttributes(link.a.node);
  const z = fabric.graph.getNodeAttributes(link.z.node);
  return a.kind === 'switch' && z.kind === 'switch' ? [a, z] : undefined;
}

/** Where the MTU of a switch is given: its own setting, else that of the fabric. */
export function mtuSpan(fabric: Fabric, node: SwitchNode): Span {
  const { data } = fabric.topology;
  const own = Object.hasOwn(data.devices, node.name) ? data.devices[node.name] : undefined;
  return own?.mtu === undefined ? spanOf(fabric.topology, data.fabric, 'mtu') : spanOf(fabric.topology, own, 'mtu');
}

/** True when the user gave the switch an MTU of its own. */
export function hasOwnMtu(fabric: Fabric, node: SwitchNode): boolean {
  const { devices } = fabric.topology.data;
  return Object.hasOwn(devices, node.name) && devices[node.name]!.mtu !== undefined;
}
