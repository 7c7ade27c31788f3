import { spanOf } from '../../topology/topology.ts';
import { uplinksBySwitch } from '../intended-links.ts';
import { defineRule } from '../rule.ts';
import { andMore } from '../words.ts';

interface TooWide {
  readonly device: string;
  readonly others: number;
  readonly platform: string;
  readonly paths: number;
  readonly width: number;
}

export const rule = defineRule<TooWide, 'fabric'>({
  stage: 'fabric',
  code: 'FAB024',
  name: 'paths-fit-ecmp-width',
  severity: 'error',
  summary: 'A switch has no more equal paths upwards than its platform can use for one route.',
  why: 'Next hops beyond the width of the hardware are left out: those links and spines are bought, cabled, and carry nothing upwards.',
  source: 'The platform file names the source of its ECMP width',
  example: {
    wrong: `fabric:
  asn: 65000
  spines: { count: 130, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G }, { count: 130, speed: 10G, use: uplink }] }
`,
    right: `fabric:
  asn: 65000
  spines: { count: 4, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G }, { count: 4, speed: 10G, use: uplink }] }
`,
  },
  message: ({ device, others, platform, paths, width }) =>
    `${andMore(device, others)} would have ${paths} equal paths upwards; ${platform} uses ${width} at most`,
  hint: () => 'Use fewer spines or fewer links to each, or a platform with a wider ECMP group.',
  check(fabric, report) {
    const { topology } = fabric;
    const { spines, superspines } = topology.data.fabric;
    const uplinks = uplinksBySwitch(fabric);
    const worst = new Map<string, TooWide & { readonly upper: object }>();
    for (const node of fabric.switches) {
      const width = node.platform.ecmpWidth;
      const paths = uplinks.get(node.name)?.length ?? 0;
      if (width === undefined || paths <= width) continue;
      const key = `${node.role} ${node.platform.id}`;
      const before = worst.get(key);
      const others = before ? before.others + 1 : 0;
      const upper = node.role === 'leaf' ? spines : (superspines ?? spines);
      if (before && before.paths >= paths) worst.set(key, { ...before, others });
      else worst.set(key, { device: node.name, others, platform: node.platform.id, paths, width, upper });
    }
    for (const { upper, ...data } of worst.values()) report(data, spanOf(topology, upper, 'count'));
  },
});
