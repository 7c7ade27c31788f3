import type { Policies, Policy, PolicyStep } from '../device/device.ts';
import { type Family, formatPrefix } from '../ip/index.ts';

/** Word for a family in filters: `ip prefix-list`, `match ipv6 address`. */
export const filterWord = (family: Family): 'ip' | 'ipv6' => (family === 4 ? 'ip' : 'ipv6');

/** A step that permits everything and changes nothing. */
export const plainStep = {
  sequence: 10,
  action: 'permit',
  word: 'ip',
  prefixList: null,
  communityList: null,
  sourceVrf: null,
  localPreference: null,
  addCommunities: '',
  call: null,
  continue: false,
} as const;

const stepView = (family: Family) => (step: PolicyStep) => ({
  ...plainStep,
  sequence: step.sequence,
  action: step.action,
  word: filterWord(family),
  prefixList: step.matchPrefixList ?? null,
  communityList: step.matchCommunityList ?? null,
  localPreference: step.setLocalPreference ?? null,
  addCommunities: step.addCommunities.join(' '),
  continue: step.continue,
});

/** A step as the template wants it. */
export type StepView = ReturnType<ReturnType<typeof stepView>>;

const policyView = ({ name, family, steps }: Policy) => ({ name, steps: steps.map(stepView(family)) });

export function policyViews(policies: Policies) {
  return {
    prefixLists: policies.prefixLists.map(({ name, family, entries }) => ({
      name,
      word: filterWord(family),
      entries: entries.map(({ sequence, prefix, le }) => ({ sequence, prefix: formatPrefix(prefix), le: le ?? null })),
    })),
    communityLists: policies.communityLists.map(({ name, communities }) => ({
      name,
      // One line each: a line with several would ask for all of them.
      entries: communities.map((community, index) => ({ sequence: (index + 1) * 5, community })),
    })),
    policies: policies.policies.map(policyView),
  };
}

/** True where a policy changes the routes it permits. */
export function changesRoutes(policy: Policy): boolean {
  return policy.steps.some((step) => step.setLocalPreference !== undefined || step.addCommunities.length > 0);
}
