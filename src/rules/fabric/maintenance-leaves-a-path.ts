import type { SwitchNode } from '../../fabric/fabric.ts';
import { groupBy } from '../../fabric/group-by.ts';
import { spanOf } from '../../topology/topology.ts';
import { lacksSpines } from '../left-out.ts';
import { defineRule } from '../rule.ts';

/** Switches that do the same work: what one of them does not carry, the others do. */
function setOf(node: SwitchNode): string {
  if (node.rack) return `leafs of ${node.rack.name}`;
  if (node.role === 'spine') return node.pod ? `spines of pod ${node.pod.name}` : 'spines';
  return node.role === 'border' ? 'border leafs' : 'superspines';
}

export const rule = defineRule<{ readonly set: string; readonly device: string; readonly alone: boolean }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB078',
  name: 'maintenance-leaves-a-path',
  severity: 'warning',
  summary: 'Of the leafs of a rack, the spines of a pod and the superspines, at least one is not in maintenance.',
  why: 'A drained switch asks others to take its traffic. Where all that could take it are drained as well, it stays where it is, and work on the switch cuts it off.',
  source: 'RFC 8326; RFC 6987',
  example: {
    wrong: `devices:
  spine1: { maintenance: true }
  spine2: { maintenance: true }
`,
    right: `devices:
  spine1: { maintenance: true }
`,
  },
  message: ({ set, device, alone }) =>
    alone
      ? `${device} is in maintenance, and nothing else does the work of the ${set}`
      : `All ${set} are in maintenance, ${device} as the last`,
  hint: () => 'Drain them one after the other.',
  check(fabric, report) {
    const { topology, traits } = fabric;
    const drained = fabric.switches.filter((node) => node.maintenance);
    if (drained.length === 0 || traits.links === 'bridged' || lacksSpines(fabric)) return;
    const sets = groupBy(fabric.switches, setOf);
    const wanted = new Set(drained.map(setOf));
    for (const [set, nodes] of sets) {
      const isIdle = nodes[0]!.rack?.servers.length === 0;
      if (!wanted.has(set) || isIdle || nodes.some((node) => !node.maintenance)) continue;
      const spanFor = ({ name }: SwitchNode) => spanOf(topology, topology.data.devices[name]!, 'maintenance');
      const [last, ...others] = nodes.toReversed();
      report(
        { set, device: last!.name, alone: others.length === 0 },
        spanFor(last!),
        others.map((node) => ({ message: `${node.name} is drained as well`, span: spanFor(node) })),
      );
    }
  },
});
