import type { Span } from '../../diagnostics/span.ts';
import { mostPaths } from '../../platforms/ecmp.ts';
import { spanOf } from '../../topology/topology.ts';
import { uplinksBySwitch } from '../intended-links.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface TooWide {
  readonly device: string;
  readonly others: number;
  /** Platform or program whose limit it is. */
  readonly limit: string;
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
  source: 'The data of each platform names the source of its width',
  example: {
    wrong: `fabric:
  asn: 65000
  spines: { count: 132, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G }, { count: 132, speed: 10G, use: uplink }] }
addressing: { loopbacks: 10.255.0.0/20, p2pLinks: 10.254.0.0/20 }
`,
    right: `fabric:
  asn: 65000
  spines: { count: 4, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G }, { count: 4, speed: 10G, use: uplink }] }
`,
  },
  message: ({ device, others, limit, paths, width }) =>
    `${device} would have ${paths} equal paths upwards, and ${limit} can use ${width}${alike(others, 'switch')}`,
  hint: () => 'Use fewer spines or fewer links to each, or a platform with a wider ECMP group.',
  check(fabric, report) {
    if (fabric.traits.links !== 'routed') return;
    const { topology } = fabric;
    const { spines, superspines } = topology.data.fabric;
    const uplinks = uplinksBySwitch(fabric);
    const worst = new Map<string, { readonly data: TooWide; readonly span: Span }>();
    for (const node of fabric.switches) {
      const width = Math.min(node.platform.ecmpWidth ?? mostPaths, mostPaths);
      const paths = uplinks.get(node.name)?.length ?? 0;
      if (paths <= width) continue;
      const limit = node.platform.ecmpWidth === width ? node.platform.id : 'routing daemons';
      const own = node.rack?.section.uplinks;
      const upper = node.role === 'leaf' ? spines : (superspines ?? spines);
      const span = own ? spanOf(topology, own, 'perSpine') : spanOf(topology, upper, 'count');
      const key = `${node.role} ${limit}`;
      const before = worst.get(key);
      const others = before ? before.data.others + 1 : 0;
      if (before && before.data.paths >= paths) worst.set(key, { ...before, data: { ...before.data, others } });
      else worst.set(key, { data: { device: node.name, others, limit, paths, width }, span });
    }
    for (const { data, span } of worst.values()) report(data, span);
  },
});
