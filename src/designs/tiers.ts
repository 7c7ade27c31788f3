import type { SwitchNode } from '../fabric/fabric.ts';
import type { Plan } from '../plan/plan.ts';

/** Tiers from the bottom. */
export const tier = { leaf: 0, spine: 1, superspine: 2 } as const;

/** Names of the groups of sessions to the tier above and below. */
export const upGroup = { leaf: 'SPINES', spine: 'SUPERSPINES', superspine: '' } as const;
export const downGroup = { leaf: '', spine: 'LEAFS', superspine: 'SPINES' } as const;

interface Neighbours {
  readonly above: readonly SwitchNode[];
  readonly below: readonly SwitchNode[];
}

/** The switches that a switch is cabled to, one tier up and one down, in the order of the fabric. */
export function neighboursOf(plan: Plan, node: SwitchNode): Neighbours {
  const names = new Set(plan.fabric.graph.neighbors(node.name));
  const found = { above: [] as SwitchNode[], below: [] as SwitchNode[] };
  for (const name of names) {
    const other = plan.fabric.graph.getNodeAttributes(name);
    if (other.kind !== 'switch') continue;
    if (tier[other.role] === tier[node.role] + 1) found.above.push(other);
    if (tier[other.role] === tier[node.role] - 1) found.below.push(other);
  }
  return found;
}
