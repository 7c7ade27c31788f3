import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

type Duplicate = DefectOf<'duplicate-name'> & { readonly others: number };

export const rule = defineRule<Duplicate, 'fabric'>({
  stage: 'fabric',
  code: 'FAB002',
  name: 'no-duplicate-name',
  severity: 'error',
  summary: 'No two devices, racks, zones or pods have the same name.',
  why: 'Names are what configs, the address plan and DNS know a device by; of two alike one would overwrite the other.',
  example: {
    wrong: `racks:
  - { name: "r{1..2}" }
  - { name: r2 }
`,
    right: `racks:
  - { name: "r{1..2}" }
  - { name: r3 }
`,
  },
  message: ({ what, name, others }) => `There are two ${what}s called ${name}${alike(others, 'name')}`,
  hint: ({ what }) => (what === 'device' ? 'In a pattern, {rack} or a range keeps names apart.' : undefined),
  check(fabric, report) {
    for (const { item, others } of gather(defectsOf(fabric, 'duplicate-name'), ({ what }) => what)) {
      report({ ...item, others }, item.span, [{ message: `the first ${item.name}`, span: item.first }]);
    }
  },
});
