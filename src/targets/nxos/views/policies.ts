import { formatPrefix } from '../../../ip/index.ts';
import type { Job } from '../job.ts';

const protocols = { 4: 'ip', 6: 'ipv6' } as const;
const everything = { 4: '0.0.0.0/0 le 32', 6: '::/0 le 128' } as const;

/** A line for each community: those on one line would all have to be there. */
export function communityListViews({ device }: Job) {
  const { communityLists } = device.policies;
  const lines = communityLists.flatMap(({ name, communities }) =>
    communities.map((community) => ({ name, community })),
  );
  return lines.length === 0 ? [] : [{ lines }];
}

/** A list that permits nothing denies all in words: NX-OS has no lists without entries. */
export function prefixListViews({ device }: Job) {
  return device.policies.prefixLists.map(({ name, family, entries }) => ({
    name,
    protocol: protocols[family],
    everything: everything[family],
    entries: entries.map(({ sequence, prefix, le }) => ({ sequence, prefix: formatPrefix(prefix), le: le ?? null })),
  }));
}

/** One stanza a step. A last step that goes on has nowhere to go, and what it permits is permitted. */
export function policyViews({ device }: Job) {
  return device.policies.policies.flatMap(({ name, family, steps }) =>
    steps.map((step, index) => ({
      name,
      sequence: step.sequence,
      action: step.action,
      protocol: protocols[family],
      communityList: step.matchCommunityList ?? null,
      prefixList: step.matchPrefixList ?? null,
      next: (step.continue ? steps[index + 1]?.sequence : undefined) ?? null,
      localPreference: step.setLocalPreference ?? null,
      communities: step.addCommunities.join(' '),
    })),
  );
}
