import type { Fabric, FabricNode } from '../fabric/fabric.ts';
import { intendedLinks } from './intended-links.ts';

function switchesIn(island: readonly FabricNode[]): number {
  return island.filter((node) => node.kind === 'switch').length;
}

/** The parts of the fabric that cables join, the one with most switches first, then in order of the file. */
export function findIslands(fabric: Fabric): FabricNode[][] {
  const nodes: readonly FabricNode[] = [...fabric.switches, ...fabric.servers];
  const numbers = new Map(nodes.map((node, index) => [node.name, index]));
  const parents = nodes.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  for (const { a, z } of intendedLinks(fabric)) {
    const [one, other] = [numbers.get(a), numbers.get(z)];
    if (one !== undefined && other !== undefined) parents[rootOf(one)] = rootOf(other);
  }
  const islands = new Map<number, FabricNode[]>();
  for (const [index, node] of nodes.entries()) {
    const root = rootOf(index);
    const island = islands.get(root);
    if (island) island.push(node);
    else islands.set(root, [node]);
  }
  const sized = [...islands.values()].map((island) => ({ island, switches: switchesIn(island) }));
  return sized.sort((one, other) => other.switches - one.switches).map(({ island }) => island);
}
