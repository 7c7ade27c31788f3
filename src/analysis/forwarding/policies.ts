import type { Policies, Policy } from '../../device/device.ts';
import { type Prefix, contains } from '../../ip/index.ts';

/** What a policy looks at and changes. */
export interface Announcement {
  readonly prefix: Prefix;
  readonly communities: readonly string[];
  readonly localPreference: number;
}

/** Policies of a router by name, ready to be applied. */
export class PolicyBook {
  readonly #policies: ReadonlyMap<string, Policy>;
  readonly #lists: ReadonlyMap<string, Policies['prefixLists'][number]['entries']>;
  readonly #communities: ReadonlyMap<string, readonly string[]>;

  constructor({ policies, prefixLists, communityLists }: Policies) {
    this.#policies = new Map(policies.map((one) => [one.name, one]));
    this.#lists = new Map(prefixLists.map(({ name, entries }) => [name, entries]));
    this.#communities = new Map(communityLists.map((one) => [one.name, one.communities]));
  }

  /** What a policy makes of a route; undefined where it is denied. No policy permits everything as it is. */
  apply<Route extends Announcement>(name: string | undefined, route: Route): Route | undefined {
    if (name === undefined) return route;
    let current = route;
    let permitted = false;
    for (const step of this.#policies.get(name)?.steps ?? []) {
      if (step.matchPrefixList !== undefined && !this.#inList(step.matchPrefixList, route.prefix)) continue;
      if (step.matchCommunityList !== undefined && !this.#hasCommunity(step.matchCommunityList, current)) continue;
      if (step.action === 'deny') return undefined;
      current = {
        ...current,
        communities: [...new Set([...current.communities, ...step.addCommunities])],
        localPreference: step.setLocalPreference ?? current.localPreference,
      };
      permitted = true;
      if (!step.continue) return current;
    }
    return permitted ? current : undefined;
  }

  #inList(name: string, prefix: Prefix): boolean {
    return (this.#lists.get(name) ?? []).some(
      (entry) =>
        entry.prefix.base.family === prefix.base.family &&
        prefix.length >= entry.prefix.length &&
        prefix.length <= (entry.le ?? entry.prefix.length) &&
        contains(entry.prefix, prefix.base),
    );
  }

  #hasCommunity(list: string, { communities }: Announcement): boolean {
    return (this.#communities.get(list) ?? []).some((one) => communities.includes(one));
  }
}
