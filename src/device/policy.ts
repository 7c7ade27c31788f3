import type { Family, Prefix } from '../ip/index.ts';

/** One entry: the prefix itself, or longer ones up to `le` bits. */
export interface PrefixListEntry {
  readonly sequence: number;
  readonly prefix: Prefix;
  readonly le?: number;
}

/** Permits what it names; all else is denied. All of one family. */
export interface PrefixList {
  readonly name: string;
  readonly family: Family;
  readonly entries: readonly PrefixListEntry[];
}

/** Permits routes that carry one of the communities. */
export interface CommunityList {
  readonly name: string;
  /** `65535:0` and the like. */
  readonly communities: readonly string[];
}

/** One step of a policy, which is for routes of one family: all matches must hold; a route that no step permits is denied. */
export interface PolicyStep {
  readonly sequence: number;
  readonly action: 'permit' | 'deny';
  readonly matchPrefixList?: string;
  readonly matchCommunityList?: string;
  readonly setLocalPreference?: number;
  /** Communities added to those of the route. */
  readonly addCommunities: readonly string[];
  /** Goes on to the next step after a match, instead of ending. */
  readonly continue: boolean;
}

export interface Policy {
  readonly name: string;
  /** Family of the routes that it is for. */
  readonly family: Family;
  readonly steps: readonly PolicyStep[];
}

/** Route filters of a switch. */
export interface Policies {
  readonly prefixLists: readonly PrefixList[];
  readonly communityLists: readonly CommunityList[];
  readonly policies: readonly Policy[];
}
