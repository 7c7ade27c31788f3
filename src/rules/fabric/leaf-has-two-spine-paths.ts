import { spanOf } from '../../topology/topology.ts';
import { gather } from '../gather.ts';
import { intendedLinks } from '../intended-links.ts';
import { lacksSpines } from '../left-out.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface SinglePath {
  readonly leaf: string;
  readonly others: number;
  /** The only spine; absent when there is none at all. */
  readonly spine?: string;
  readonly onlySpine: boolean;
}

export const rule = defineRule<SinglePath, 'fabric'>({
  stage: 'fabric',
  code: 'FAB022',
  name: 'leaf-has-two-spine-paths',
  severity: 'error',
  summary: 'Every leaf has uplinks to two different spines.',
  why: 'With one spine above it, the failure or the upgrade of that spine cuts off the whole rack. Parallel links to one spine do not help.',
  example: {
    wrong: `links:
  - { a: r1-leaf1, z: spine2, absent: true }
`,
    right: `links:
  - { a: "r1-leaf1:12", z: spine2 }
`,
  },
  message({ leaf, others, spine }) {
    const fault = spine === undefined ? 'no uplink to any spine' : `a path through one spine only, ${spine}`;
    return `${leaf} has ${fault}${alike(others, 'leaf')}`;
  },
  hint: ({ onlySpine }) => (onlySpine ? 'Raise `fabric.spines.count` to at least 2.' : 'Add a link to another spine.'),
  check(fabric, report) {
    if (lacksSpines(fabric)) return;
    const { topology } = fabric;
    const { spines } = topology.data.fabric;
    const above = new Map<string, Set<string>>();
    for (const { kind, a, z } of intendedLinks(fabric)) {
      if (kind !== 'uplink') continue;
      const seen = above.get(a);
      if (seen) seen.add(z);
      else above.set(a, new Set([z]));
    }
    // Where a link was taken away, that line is the one to change.
    const cuts = new Map(
      topology.data.links.flatMap((link) =>
        link.absent ? [link.a, link.z].map((end) => [end.split(':')[0], link] as const) : [],
      ),
    );
    const onlySpine = spines.count === 1;
    const found = fabric.switches.flatMap((node) => {
      const seen = [...(above.get(node.name) ?? [])];
      if (node.role !== 'leaf' || seen.length > 1) return [];
      const cut = cuts.get(node.name);
      const span = onlySpine ? spanOf(topology, spines, 'count') : cut ? spanOf(topology, cut) : node.span;
      return [{ node, spine: seen[0], span }];
    });
    for (const { item, others } of gather(found, ({ spine }) => spine ?? '')) {
      const { node, spine } = item;
      const related = item.span === node.span ? [] : [{ message: `rack of ${node.name}`, span: node.span }];
      report({ leaf: node.name, others, onlySpine, ...(spine === undefined ? {} : { spine }) }, item.span, related);
    }
  },
});
