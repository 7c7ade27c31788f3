import type { SwitchNode } from '../../fabric/fabric.ts';
import { groupBy } from '../../fabric/group-by.ts';
import { spanOf } from '../../topology/topology.ts';
import { lacksSpines } from '../left-out.ts';
import { defineRule } from '../rule.ts';

function tierOf({ role, pod }: SwitchNode): string | undefined {
  if (role === 'superspine') return 'superspines';
  if (role !== 'spine') return undefined;
  return pod ? `spines of pod ${pod.name}` : 'spines';
}

export const rule = defineRule<{ readonly place: string; readonly what: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB079',
  name: 'spines-stand-apart',
  severity: 'warning',
  summary: 'Where the file says where spines or superspines stand, not all of them stand in one rack.',
  why: 'Power, cooling and cable trays fail by the rack: with all switches of a tier in one, the fabric goes down with it.',
  example: {
    wrong: `devices:
  spine1: { rack: A1 }
  spine2: { rack: A1 }
`,
    right: `devices:
  spine1: { rack: A1 }
  spine2: { rack: B1 }
`,
  },
  message: ({ place, what }) => `All ${what} stand in ${place}`,
  hint: () => 'Put one of them into another rack, on another power feed.',
  check(fabric, report) {
    if (lacksSpines(fabric)) return;
    const { topology } = fabric;
    for (const [what, nodes] of groupBy(fabric.switches, tierOf)) {
      const [first, last] = [nodes[0]!, nodes.at(-1)!];
      const { place } = first;
      if (nodes.length < 2 || place === undefined || nodes.some((node) => node.place !== place)) continue;
      const spanFor = ({ name }: SwitchNode) => spanOf(topology, topology.data.devices[name]!, 'rack');
      report({ place, what }, spanFor(last), [{ message: `${first.name} stands there`, span: spanFor(first) }]);
    }
  },
});
