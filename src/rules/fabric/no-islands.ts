import { lacksRacks, lacksSpines } from '../left-out.ts';
import { gather } from '../gather.ts';
import { findIslands } from '../islands.ts';
import { defineRule } from '../rule.ts';
import { alike, countOf } from '../words.ts';

interface Island {
  readonly member: string;
  readonly main: string;
  readonly size: number;
  readonly others: number;
  readonly podsApart: boolean;
}

export const rule = defineRule<Island, 'fabric'>({
  stage: 'fabric',
  code: 'FAB020',
  name: 'no-islands',
  severity: 'error',
  summary: 'Cables join every switch and every server to one fabric.',
  why: 'Devices in an island reach each other and nobody else; every route to them is missing.',
  example: {
    wrong: `pods: 2
racks:
  - { name: "p{pod}r{1..2}" }
`,
    right: `pods: 2
fabric:
  asn: 65000
  superspines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
racks:
  - { name: "p{pod}r{1..2}" }
`,
  },
  message({ member, main, size, others }) {
    const island = size === 1 ? member : `${member} (with ${countOf(size - 1, 'other device')})`;
    return `No path of cables joins ${island} to ${main}${alike(others, 'island')}`;
  },
  hint: ({ podsApart }) =>
    podsApart
      ? 'Pods are joined by superspines: add `fabric.superspines`.'
      : 'Add a link, or take away the `absent: true` that cut it.',
  check(fabric, report) {
    // Switches that could not be built leave islands behind; they have reports of their own.
    if (lacksSpines(fabric)) return;
    const [main, ...islands] = findIslands(fabric);
    const incomplete = lacksRacks(fabric);
    const podsApart = fabric.pods.length > 1 && !fabric.topology.data.fabric.superspines;
    const found = islands.flatMap((island) => {
      // A leaf has its own line; spines share one.
      const member = island.find((node) => node.kind === 'switch' && node.role === 'leaf') ?? island[0]!;
      // A server alone has its own rule, and spines wait for racks that could not be built.
      const known = member.kind === 'server' ? island.length === 1 : member.role !== 'leaf' && incomplete;
      return known ? [] : [{ member, size: island.length, span: member.span }];
    });
    for (const { item, others } of gather(found, ({ size }) => String(size))) {
      const data = { member: item.member.name, main: main![0]!.name, size: item.size, others, podsApart };
      report(data, item.span, [{ message: `${data.main} is in the largest part`, span: main![0]!.span }]);
    }
  },
});
