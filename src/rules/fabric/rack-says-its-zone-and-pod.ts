import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<DefectOf<'missing-choice'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB005',
  name: 'rack-says-its-zone-and-pod',
  severity: 'error',
  summary: 'Where there are several zones or pods, every rack says in which it stands.',
  why: 'The zone is the failure domain, and the pod decides which spines the leafs connect to; neither can be guessed.',
  example: {
    wrong: `zones: 2
racks:
  - { name: "r{1..2}" }
`,
    right: `zones: 2
racks:
  - { name: "z{zone}r{1..2}" }
`,
  },
  message: ({ what, rack }) => `Rack ${rack} does not say which ${what} it is in`,
  hint: ({ what }) => `Write {${what}} in its name for a rack in each ${what}, or \`${what}:\` for a rack in one.`,
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'missing-choice')) report(defect, defect.span);
  },
});
