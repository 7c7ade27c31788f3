import type { SwitchNode, SwitchRole } from '../fabric/fabric.ts';
import type { Plan } from '../plan/plan.ts';

/** Height of a tier above the servers. */
export const tier: Readonly<Record<SwitchRole, number>> = { leaf: 0, border: 0, spine: 1, superspine: 2 };

/** Name of the group of sessions with switches of a role. */
export const groupOf: Readonly<Record<SwitchRole, string>> = {
  leaf: 'LEAFS',
  border: 'BORDERS',
  spine: 'SPINES',
  superspine: 'SUPERSPINES',
};

interface Neighbours {
  readonly above: readonly SwitchNode[];
  readonly below: readonly SwitchNode[];
}

/** The switches that a switch has uplinks to, and those that have uplinks to it, in the order of the fabric. */
export function neighboursOf(plan: Plan, node: SwitchNode): Neighbours {
  const { graph } = plan.fabric;
  const found = { above: new Set<SwitchNode>(), below: new Set<SwitchNode>() };
  graph.forEachEdge(node.name, (_id, { kind, a, z }) => {
    if (kind !== 'uplink') return;
    const other = graph.getNodeAttributes(a.node === node.name ? z.node : a.node);
    if (other.kind === 'switch') found[a.node === node.name ? 'above' : 'below'].add(other);
  });
  return { above: [...found.above], below: [...found.below] };
}
