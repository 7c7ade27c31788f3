import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<DefectOf<'nothing-to-replace'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB015',
  name: 'absent-link-would-be-there',
  severity: 'error',
  summary: 'A link marked absent is one that the automatic cabling would lay.',
  why: 'Taking away what is not there has no effect; most often the wrong device is named.',
  example: {
    wrong: `links:
  - { a: r1-leaf1, z: r2-leaf1, absent: true }
`,
    right: `fabric:
  asn: 65000
  spines: { count: 3, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
links:
  - { a: r1-leaf1, z: spine3, absent: true }
`,
  },
  message: ({ a, z }) => `There is no further automatic cable between ${a} and ${z} to leave out`,
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'nothing-to-replace')) report(defect, defect.span);
  },
});
