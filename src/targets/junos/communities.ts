import type { SwitchDevice } from '../../device/device.ts';

/** Community of routes that are about to go away (RFC 8326). */
export const shutdownCommunity = '65535:0';

/** Name of a community that policies add. */
export const communityName = (community: string): string => `COMMUNITY-${community.replaceAll(':', '-')}`;

/** Communities that policies of a switch add. */
export function addedCommunities({ policies, maintenance, bgp }: SwitchDevice): string[] {
  const added = policies.policies.flatMap(({ steps }) => steps.flatMap((step) => step.addCommunities));
  return [...new Set([...added, ...(maintenance && bgp ? [shutdownCommunity] : [])])];
}
