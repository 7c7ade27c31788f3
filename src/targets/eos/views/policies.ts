import { formatPrefix } from '../../../ip/index.ts';
import type { Job } from '../job.ts';

/** Communities that EOS shows by name. */
const named: Readonly<Record<string, string>> = { '65535:0': 'GSHUT' };

export const spellCommunity = (community: string) => named[community] ?? community;

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

export function prefixListViews({ device }: Job) {
  return device.policies.prefixLists.map(({ name, entries }) => ({
    name,
    entries: entries.map(({ sequence, prefix, le }) => ({ sequence, prefix: formatPrefix(prefix), le: le ?? null })),
  }));
}

/** One stanza a step. A last step that goes on has nowhere to go, and what it permits is permitted. */
export function policyViews({ device }: Job) {
  return device.policies.policies.flatMap(({ name, steps }) =>
    steps.map((step, index) => ({
      name,
      sequence: step.sequence,
      action: step.action,
      communityList: step.matchCommunityList ?? null,
      prefixList: step.matchPrefixList ?? null,
      next: (step.continue ? steps[index + 1]?.sequence : undefined) ?? null,
      localPreference: step.setLocalPreference ?? null,
      communities: step.addCommunities.map(spellCommunity).join(' '),
    })),
  );
}
