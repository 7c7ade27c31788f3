import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<DefectOf<'self-loop'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB014',
  name: 'no-self-loop',
  severity: 'error',
  summary: 'A link joins two different devices.',
  why: 'A cable from a switch to itself carries no route, and where the ports are bridged it is a broadcast storm.',
  example: {
    wrong: `links:
  - { a: "r1-leaf1:11", z: "r1-leaf1:12" }
`,
    right: `links:
  - { a: "r1-leaf1:11", z: spine1 }
`,
  },
  message: ({ device }) => `Both ends of this link are at ${device}`,
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'self-loop')) report(defect, defect.span);
  },
});
