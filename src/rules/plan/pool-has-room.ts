import type { PlanDefect } from '../../plan/plan.ts';
import { planDefectsOf } from '../defects.ts';
import { restingHint } from '../resting.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<Extract<PlanDefect, { kind: 'pool-exhausted' }>, 'plan'>({
  stage: 'plan',
  code: 'PLAN001',
  name: 'pool-has-room',
  severity: 'error',
  summary: 'Every pool holds what is to be allocated from it.',
  why: 'Devices that come after the pool is used up would have no address.',
  example: {
    wrong: `addressing: { loopbacks: 10.255.0.0/31, p2pLinks: 10.254.0.0/24 }
`,
    right: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24 }
`,
  },
  message: ({ pool, prefix, needed, available }) =>
    `${pool} ${prefix} has room for ${available}, and ${needed} are needed`,
  hint: ({ resting }) => restingHint(resting, 'Give it a shorter prefix length.'),
  check(plan, report) {
    for (const defect of planDefectsOf(plan, 'pool-exhausted')) report(defect, defect.span);
  },
});
