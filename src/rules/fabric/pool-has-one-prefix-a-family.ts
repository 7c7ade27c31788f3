import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<DefectOf<'second-pool'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB032',
  name: 'pool-has-one-prefix-a-family',
  severity: 'error',
  summary: 'A pool has one prefix of IPv4, one of IPv6, or one of each.',
  why: 'A second prefix of a family would never be used: a place in a pool is a number in one block.',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: [10.20.0.0/16, 10.21.0.0/16] }
  storage: { vlan: 30, pool: 10.30.0.0/16, defaultRoute: true }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/15 }
  storage: { vlan: 30, pool: 10.30.0.0/16, defaultRoute: true }
`,
  },
  message: ({ where, text }) => `${where} has ${text} beside another prefix of the same family`,
  hint: () => 'Write one prefix that is large enough; a second one may be of the other family.',
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'second-pool')) {
      report(defect, defect.span, [{ message: 'the first one', span: defect.first }]);
    }
  },
});
