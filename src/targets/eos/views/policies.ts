import type { PolicyStep } from '../../../device/device.ts';
import { type Family, formatPrefix } from '../../../ip/index.ts';
import { joinedPolicies } from '../leaks.ts';
import type { Job } from '../job.ts';

/** Communities that EOS shows by name. */
const named: Readonly<Record<string, string>> = { '65535:0': 'GSHUT' };

export const spellCommunity = (community: string) => named[community] ?? community;

const keywordOf = (family: Family) => (family === 4 ? 'ip' : 'ipv6');

/** A line for each community: those on one line would all have to be there. */
export function communityListViews({ device }: Job) {
  return device.policies.communityLists.length === 0
    ? []
    : [
        {
          lines: device.policies.communityLists.flatMap(({ name, communities }) =>
            communities.map((community) => ({ name, community: spellCommunity(community) })),
          ),
        },
      ];
}

/** Prefix lists of a family; EOS keeps those of the other apart. */
export const prefixListViews =
  (family: Family) =>
  ({ device }: Job) =>
    device.policies.prefixLists
      .filter((list) => list.family === family)
      .map(({ name, entries }) => ({
        keyword: keywordOf(family),
        name,
        entries: entries.map(({ sequence, prefix, le }) => ({
          sequence,
          prefix: formatPrefix(prefix),
          le: le ?? null,
        })),
      }));

interface NamedStep {
  readonly name: string;
  readonly step: PolicyStep;
  readonly family: Family;
  readonly next: PolicyStep | undefined;
}

function stepView({ name, step, family, next }: NamedStep) {
  return {
    name,
    sequence: step.sequence,
    action: step.action,
    keyword: keywordOf(family),
    communityList: step.matchCommunityList ?? null,
    prefixList: step.matchPrefixList ?? null,
    // A last step that goes on has nowhere to go, and what it permits is permitted.
    next: (step.continue ? next?.sequence : undefined) ?? null,
    localPreference: step.setLocalPreference ?? null,
    communities: step.addCommunities.map(spellCommunity).join(' '),
  };
}

/** One stanza a step. */
export function policyViews({ device }: Job) {
  const own = device.policies.policies.flatMap(({ name, steps, family }) =>
    steps.map((step, index) => stepView({ name, step, family, next: steps[index + 1] })),
  );
  const joined = joinedPolicies(device).flatMap(({ name, steps }) =>
    steps.map(({ step, family }) => stepView({ name, step, family, next: undefined })),
  );
  return [...own, ...joined];
}
