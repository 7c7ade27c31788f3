import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<DefectOf<'ports-not-counted'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB009',
  name: 'fixed-ports-are-not-counted',
  severity: 'error',
  summary: 'Ports are counted only for a platform that has none of its own.',
  why: 'The front panel of a known model is a fact; a count that says otherwise would plan cables that fit nowhere.',
  example: {
    wrong: `fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: arista-7050sx3-48yc8, os: eos }
`,
    right: `fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos }
`,
  },
  message: ({ platform }) => `The ports of ${platform} are known; they cannot be counted`,
  hint: () => 'Remove `ports`, or use `platform: linux` for a switch of your own.',
  check(fabric, report) {
    const defects = defectsOf(fabric, 'ports-not-counted');
    for (const { item } of gather(defects, ({ platform }) => platform)) report(item, item.span);
  },
});
