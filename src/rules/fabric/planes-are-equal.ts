import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface Uneven {
  readonly planes: number;
  readonly what: string;
  readonly count: number;
}

export const rule = defineRule<Uneven, 'fabric'>({
  stage: 'fabric',
  code: 'FAB029',
  name: 'planes-are-equal',
  severity: 'warning',
  summary: 'The superspines, and the spines of a pod, divide evenly into planes.',
  why: 'A plane with fewer superspines or more spines has less capacity for the same share of the traffic.',
  example: {
    wrong: `pods: 2
fabric:
  asn: 65000
  superspines: { count: 3, planes: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
racks:
  - { name: "p{pod}r{1..2}" }
`,
    right: `pods: 2
fabric:
  asn: 65000
  superspines: { count: 4, planes: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
racks:
  - { name: "p{pod}r{1..2}" }
`,
  },
  message: ({ planes, what, count }) => `${count} ${what} do not divide evenly into ${planes} planes`,
  check(fabric, report) {
    const { superspines, spines } = fabric.topology.data.fabric;
    if (!superspines || superspines.count < superspines.planes) return;
    const { planes } = superspines;
    const span = spanOf(fabric.topology, superspines, 'planes');
    for (const [what, count] of [
      ['superspines', superspines.count],
      ['spines of a pod', spines.count],
    ] as const) {
      if (count % planes !== 0) report({ planes, what, count }, span);
    }
  },
});
