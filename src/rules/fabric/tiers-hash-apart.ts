import { uplinksBySwitch } from '../intended-links.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

const withSpines = (platform: string): string => `pods: 2
fabric:
  asn: 65000
  superspines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  spines: { count: 2, platform: ${platform}, os: eos }
  leafs: { platform: arista-7060cx2-32s, os: eos }
networks: {}
racks:
  - { name: "p{pod}r{1..2}" }
`;

export const rule = defineRule<
  { readonly asic: string; readonly spines: number; readonly superspines: number },
  'fabric'
>({
  stage: 'fabric',
  code: 'FAB121',
  name: 'tiers-hash-apart',
  severity: 'info',
  summary: 'Leafs and spines that both choose among several links upwards do not choose by the same hash.',
  why: 'A spine gets only the flows that the leafs’ hash gave it. With the same chip and the same seed its own hash comes out alike for all of them: some of its uplinks get everything, others nothing.',
  source: 'Cisco, "CEF Polarization" (document 116376); RFC 2992 section 1',
  example: {
    wrong: withSpines('arista-7060cx2-32s'),
    right: withSpines('nvidia-sn2700').replace('sn2700, os: eos', 'sn2700, os: sonic'),
  },
  message: ({ asic, spines, superspines }) =>
    `Leafs choose among ${spines} links and spines among ${superspines}, both with ${asic}`,
  hint: () => 'Give the tiers different hash seeds, in `extra` of `fabric.leafs` or of `fabric.spines`.',
  check(fabric, report) {
    const { topology, traits, switches } = fabric;
    const { spines, leafs } = topology.data.fabric;
    if (traits.links !== 'routed' || (spines.extra ?? leafs.extra)) return;
    const uplinks = uplinksBySwitch(fabric);
    const [leaf, spine] = (['leaf', 'spine'] as const).map((role) => {
      const node = switches.find((one) => one.role === role);
      return node && { asic: node.platform.asic, os: node.os, count: uplinks.get(node.name)?.length ?? 0 };
    });
    if (!leaf || !spine || leaf.asic === undefined || leaf.asic !== spine.asic || leaf.os !== spine.os) return;
    // Numbers without a common factor divide the flows anew.
    if (leaf.count < 2 || spine.count < 2 || greatestCommonFactor(leaf.count, spine.count) === 1) return;
    report({ asic: leaf.asic, spines: leaf.count, superspines: spine.count }, spanOf(topology, spines, 'platform'));
  },
});

function greatestCommonFactor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonFactor(b, a % b);
}
