import type { Policies, Policy, PolicyStep } from '../../device/device.ts';
import { formatPrefix } from '../../ip/index.ts';

function stepView(step: PolicyStep) {
  return {
    sequence: step.sequence,
    action: step.action,
    prefixList: step.matchPrefixList ?? null,
    communityList: step.matchCommunityList ?? null,
    localPreference: step.setLocalPreference ?? null,
    addCommunities: step.addCommunities.join(' '),
    continue: step.continue,
  };
}

const policyView = (policy: Policy) => ({ name: policy.name, steps: policy.steps.map(stepView) });

export function policyViews(policies: Policies) {
  return {
    prefixLists: policies.prefixLists.map(({ name, entries }) => ({
      name,
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
