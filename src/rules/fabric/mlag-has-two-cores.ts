import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface OtherCores {
  /** What the file has in place of two spines. */
  readonly found: string;
  /** It is the number of spines alone. */
  readonly isCount: boolean;
}

export const rule = defineRule<OtherCores, 'fabric'>({
  stage: 'fabric',
  code: 'FAB080',
  name: 'mlag-has-two-cores',
  severity: 'error',
  summary: 'In the design mlag the spines are exactly two, with nothing above them.',
  why: 'All of a leaf’s uplinks are one LAG, and two switches are the most that can be its far end (MLAG, vPC, MC-LAG).',
  source:
    'Arista EOS User Manual, Multi-Chassis Link Aggregation; Cisco Nexus 9000 Interfaces Configuration Guide, vPC',
  example: {
    wrong: `design: mlag
fabric:
  asn: 65000
  spines: { count: 4, platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] }
`,
    right: `design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] }
`,
  },
  message: ({ found }) => `The design mlag has two cores, and this fabric has ${found}`,
  hint: ({ isCount }) =>
    isCount
      ? 'Write `designs: { mlag: { fabric: { spines: { count: 2 } } } }` for what is different with this design.'
      : 'Use a routed design.',
  check({ topology, traits, pods }, report) {
    if (!traits.spinePair) return;
    const { data } = topology;
    const { spines, superspines } = data.fabric;
    if (superspines) {
      report({ found: 'a tier of superspines', isCount: false }, topology.spans.ofKey(data.fabric, 'superspines'));
    } else if (pods.length > 1)
      report({ found: `${pods.length} pods`, isCount: false }, spanOf(topology, data, 'pods'));
    else if (spines.count !== 2)
      report({ found: `fabric.spines.count: ${spines.count}`, isCount: true }, spanOf(topology, spines, 'count'));
  },
});
