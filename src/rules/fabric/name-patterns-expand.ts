import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<DefectOf<'bad-pattern'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB003',
  name: 'name-patterns-expand',
  severity: 'error',
  summary: 'Every name pattern has closed braces around a range, a list or a placeholder that it may use.',
  why: 'A pattern that cannot be expanded names no device, so all it stands for would be missing.',
  example: {
    wrong: `racks:
  - { name: "r{1...2}" }
`,
    right: `racks:
  - { name: "r{1..2}" }
`,
  },
  message: ({ pattern, reason }) => `The pattern ${pattern} cannot be expanded: ${reason}`,
  hint: () => 'Ranges look like {1..4} or {01..20}, lists like {a,b}.',
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'bad-pattern')) report(defect, defect.span);
  },
});
