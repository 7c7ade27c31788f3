import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<DefectOf<'server-to-server'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB018',
  name: 'servers-join-switches',
  severity: 'error',
  summary: 'A link of a server ends at a switch.',
  why: 'Cables between servers are no part of the fabric: no switch would be configured for them.',
  example: {
    wrong: `links:
  - { a: web-r1-1, z: web-r1-2 }
`,
    right: `links:
  - { a: "web-r1-1:1", z: "r1-leaf1:1" }
`,
  },
  message: ({ a, z }) => `This link joins two servers, ${a} and ${z}`,
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'server-to-server')) report(defect, defect.span);
  },
});
