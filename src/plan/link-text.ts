import type { Allocations } from '../fabric/earlier.ts';
import { formatPrefix } from '../ip/index.ts';
import type { LinkPlan } from './plan.ts';

/** What a routed link has in place of prefixes where link-local addresses do. */
export const linkLocalText = 'link-local';

/** The prefixes of a routed link, IPv4 first: what makes it the same link to routing. */
export function linkText({ blocks }: LinkPlan): string {
  return blocks.length === 0 ? linkLocalText : blocks.map(({ prefix }) => formatPrefix(prefix)).join(' ');
}

/** The same of an earlier build; undefined for a link that was not routed. */
export function allocatedLinkText(allocations: Allocations, id: string): string | undefined {
  const prefixes = [allocations.get(`p2p/${id}`), allocations.get(`p2p6/${id}`)].filter((text) => text !== undefined);
  return prefixes.length > 0 ? prefixes.join(' ') : allocations.get(`session/${id}`);
}
