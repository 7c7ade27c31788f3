import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

type Uncounted = DefectOf<'no-ports'> & { readonly others: number };

export const rule = defineRule<Uncounted, 'fabric'>({
  stage: 'fabric',
  code: 'FAB008',
  name: 'ports-are-counted',
  severity: 'error',
  summary: 'A switch whose platform has no ports of its own, such as linux, has them counted in the file.',
  why: 'Without ports no cable can be planned, and nobody can tell whether the servers fit.',
  example: {
    wrong: `fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
`,
    right: `fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
`,
  },
  message: ({ device, platform, others }) =>
    `${device} has no ports: those of the platform ${platform} must be counted${alike(others, 'switch')}`,
  hint: () => 'Add `ports: [{ count: 48, speed: 25G, use: access }, { count: 8, speed: 100G, use: uplink }]`.',
  check(fabric, report) {
    const defects = defectsOf(fabric, 'no-ports');
    for (const { item, others } of gather(defects, ({ platform }) => platform)) report({ ...item, others }, item.span);
  },
});
