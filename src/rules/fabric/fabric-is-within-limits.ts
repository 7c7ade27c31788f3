import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<DefectOf<'too-large'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB017',
  name: 'fabric-is-within-limits',
  severity: 'error',
  summary: 'The file does not stand for more devices than a fabric can have.',
  why: 'A slip in a range, such as {1..10000} for {1..100}, would fill the memory before anybody sees the mistake.',
  example: {
    wrong: `racks:
  - name: r{1..90000}
    servers:
      - { name: "web-{rack}-{1..90000}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message: ({ what, count, limit }) => `The file stands for ${count} ${what}; the limit is ${limit}`,
  hint: () => 'Look for a range that is longer than was meant.',
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'too-large')) report(defect, defect.span);
  },
});
