import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<DefectOf<'port-absent'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB011',
  name: 'port-exists',
  severity: 'error',
  summary: 'A port that a link names is on the front panel of its device.',
  why: 'Nobody can plug a cable into a port that is not there.',
  example: {
    wrong: `links:
  - { a: "r1-leaf1:13", z: spine1 }
`,
    right: `links:
  - { a: "r1-leaf1:12", z: spine1 }
`,
  },
  message: ({ device, port, last }) => `${device} has no port ${port}; its ports are 1 to ${last}`,
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'port-absent')) {
      // A switch without any port has a report of its own.
      if (defect.last > 0) report(defect, defect.span);
    }
  },
});
