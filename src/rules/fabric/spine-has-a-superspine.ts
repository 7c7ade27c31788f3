import { spanOf } from '../../topology/topology.ts';
import { gather } from '../gather.ts';
import { intendedLinks } from '../intended-links.ts';
import { lacksSpines } from '../left-out.ts';
import { defineRule } from '../rule.ts';
import { alike, countOf } from '../words.ts';

interface NoUplink {
  readonly spine: string;
  readonly others: number;
  readonly superspines: number;
  readonly planes: number;
}

export const rule = defineRule<NoUplink, 'fabric'>({
  stage: 'fabric',
  code: 'FAB028',
  name: 'spine-has-a-superspine',
  severity: 'error',
  summary: 'In a fabric with superspines, every spine has an uplink to one.',
  why: 'Traffic to another pod that reaches a spine without an uplink must go back down through a leaf, or is lost.',
  example: {
    wrong: `pods: 2
fabric:
  asn: 65000
  superspines: { count: 1, planes: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
racks:
  - { name: "p{pod}r{1..2}" }
`,
    right: `pods: 2
fabric:
  asn: 65000
  superspines: { count: 2, planes: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
racks:
  - { name: "p{pod}r{1..2}" }
`,
  },
  message: ({ spine, others }) => `${spine} has no uplink to any superspine${alike(others, 'spine')}`,
  hint: ({ superspines, planes }) =>
    superspines < planes
      ? `There are ${planes} planes and ${countOf(superspines, 'superspine')}: each plane needs one.`
      : undefined,
  check(fabric, report) {
    const { topology } = fabric;
    const { superspines } = topology.data.fabric;
    if (!superspines || lacksSpines(fabric)) return;
    const connected = new Set<string>();
    for (const link of intendedLinks(fabric)) if (link.kind === 'uplink') connected.add(link.a);
    const empty = superspines.count < superspines.planes;
    const found = fabric.switches
      .filter((node) => node.role === 'spine' && node.pod !== undefined && !connected.has(node.name))
      .map((node) => ({ node, span: empty ? spanOf(topology, superspines, 'planes') : node.span }));
    for (const { item, others } of gather(found)) {
      const { count, planes } = superspines;
      report({ spine: item.node.name, others, superspines: count, planes }, item.span);
    }
  },
});
