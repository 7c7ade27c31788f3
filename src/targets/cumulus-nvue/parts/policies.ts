import type { CommunityList, Policy, PolicyStep, PrefixList } from '../../../device/device.ts';
import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import { formatPrefix } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { type Tree, keys, settings } from '../tree.ts';

const kindOf = (family: 4 | 6) => `ipv${family}`;

function prefixListTree({ family, entries }: PrefixList): Tree {
  const rules = entries.map(({ sequence, prefix, le }) => [
    sequence,
    { action: 'permit', match: { [formatPrefix(prefix)]: settings({ 'max-prefix-len': le }) } },
  ]);
  return { type: kindOf(family), rule: Object.fromEntries(rules) as Tree };
}

/** One rule for each: a rule with several would ask for all of them. */
function communityListTree({ communities }: CommunityList): Tree {
  const rules = communities.map((community, index) => [
    (index + 1) * 10,
    { action: 'permit', community: keys([community]) },
  ]);
  return { rule: Object.fromEntries(rules) as Tree };
}

function stepTree(step: PolicyStep, policy: Policy): Tree {
  if (step.addCommunities.length > 0) {
    throw new ExpectedError(`the policy ${policy.name} adds communities, which a route map of NVUE can only replace`);
  }
  if (step.continue) throw new ExpectedError(`a step of the policy ${policy.name} goes on to the next after a match`);
  return settings({
    action: keys([step.action]),
    match: settings({
      type: kindOf(policy.family),
      'ip-prefix-list': step.matchPrefixList,
      'community-list': step.matchCommunityList,
    }),
    set: settings({ 'local-preference': step.setLocalPreference }),
  });
}

const routeMapTree = (policy: Policy): Tree => ({
  rule: Object.fromEntries(policy.steps.map((step) => [step.sequence, stepTree(step, policy)])),
});

function byName<T extends { readonly name: string }>(all: readonly T[], tree: (one: T) => Tree): Tree {
  return Object.fromEntries(all.map((one) => [one.name, tree(one)]));
}

/** Route maps, and the lists they name. */
export function policiesPart({ device }: Job): Tree {
  const { prefixLists, communityLists, policies } = device.policies;
  const policy = settings({
    'prefix-list': byName(prefixLists, prefixListTree),
    'community-list': byName(communityLists, communityListTree),
    'route-map': byName(policies, routeMapTree),
  });
  return settings({ router: settings({ policy }) });
}
