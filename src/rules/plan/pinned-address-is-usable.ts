import type { PlanDefect } from '../../plan/plan.ts';
import { planDefectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<Extract<PlanDefect, { kind: 'bad-pin' }>, 'plan'>({
  stage: 'plan',
  code: 'PLAN003',
  name: 'pinned-address-is-usable',
  severity: 'error',
  summary: 'An address that the file gives to a device is a free host address of its pool.',
  why: 'Route filters and the out-of-band network cover the pools; an address outside them is not reached.',
  example: {
    wrong: `devices:
  spine1: { loopback: 10.99.0.1 }
`,
    right: `devices:
  spine1: { loopback: 10.255.0.200 }
`,
  },
  message: ({ what, text, reason }) => `${what}: ${text} is ${reason}`,
  check(plan, report) {
    for (const defect of planDefectsOf(plan, 'bad-pin')) report(defect, defect.span);
  },
});
