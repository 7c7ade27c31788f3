import { spanOf } from '../../topology/topology.ts';
import { intendedLinks } from '../intended-links.ts';
import { lacksSpines } from '../left-out.ts';
import { defineRule } from '../rule.ts';

const withSuperspines = (count: number): string => `pods: 2
fabric:
  asn: 65000
  superspines: { count: ${count}, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
racks:
  - { name: "p{pod}r{1..2}" }
`;

export const rule = defineRule<{ readonly pod: string; readonly superspine: string; readonly only: boolean }, 'fabric'>(
  {
    stage: 'fabric',
    code: 'FAB077',
    name: 'pods-have-two-superspines',
    severity: 'warning',
    summary: 'The spines of every pod have uplinks to two different superspines.',
    why: 'With one superspine above it, its failure or upgrade cuts the pod off from all others; in one autonomous system it is also the only reflector that joins the pods.',
    source: 'RFC 4456 section 7 (redundant route reflectors); RFC 7938 section 3.2',
    example: { wrong: withSuperspines(1), right: withSuperspines(2) },
    message: ({ pod, superspine }) => `Pod ${pod} reaches the others through one superspine only, ${superspine}`,
    hint: ({ only }) =>
      only ? 'Raise `fabric.superspines.count` to at least 2.' : 'Add a link to another superspine.',
    check(fabric, report) {
      const { topology } = fabric;
      const { superspines } = topology.data.fabric;
      // Planes without a superspine are another rule's.
      if (!superspines || superspines.count < superspines.planes) return;
      if (fabric.pods.length < 2 || lacksSpines(fabric)) return;
      const podOf = new Map(fabric.switches.flatMap((node) => (node.role === 'spine' ? [[node.name, node.pod]] : [])));
      const above = new Map<string, Set<string>>();
      for (const { kind, a, z } of intendedLinks(fabric)) {
        const pod = kind === 'uplink' ? podOf.get(a)?.name : undefined;
        if (pod === undefined) continue;
        const seen = above.get(pod);
        if (seen) seen.add(z);
        else above.set(pod, new Set([z]));
      }
      const only = superspines.count === 1;
      for (const [pod, [superspine, ...others]] of above) {
        if (superspine === undefined || others.length > 0) continue;
        const spine = fabric.switches.find((node) => node.role === 'spine' && node.pod?.name === pod)!;
        report({ pod, superspine, only }, only ? spanOf(topology, superspines, 'count') : spine.span);
        if (only) return;
      }
    },
  },
);
