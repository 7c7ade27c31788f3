import type { BgpFamily, BgpGroup } from '../../../device/device.ts';
import type { Family } from '../../../ip/index.ts';
import { type Tree, settings } from '../tree.ts';

export const families = [4, 6] as const;

export const familyKey = (family: Family): string => `ipv${family}-unicast`;

/** Filters and limits, which stand on groups and, in their place, on neighbours. */
function filters({ importPolicy, exportPolicy, maximumPrefixes, defaultOriginate }: BgpFamily): Tree {
  return settings({
    policy: settings({
      inbound: settings({ 'route-map': importPolicy }),
      outbound: settings({ 'route-map': exportPolicy }),
    }),
    'prefix-limits': maximumPrefixes === undefined ? undefined : { inbound: { maximum: maximumPrefixes } },
    'default-route-origination': defaultOriginate ? { enable: 'on' } : undefined,
  });
}

function groupFamily(group: BgpGroup, carried: BgpFamily): Tree {
  return settings({
    enable: 'on',
    ...filters(carried),
    'nexthop-setting': group.nextHopSelf ? 'self' : undefined,
    'route-reflector-client': group.routeReflectorClient ? 'on' : undefined,
    'add-path-tx': group.addPath ? 'all-paths' : undefined,
    aspath: group.allowOwnAs > 0 ? { 'allow-my-asn': { enable: 'on', occurrences: group.allowOwnAs } } : undefined,
  });
}

/** A family that is not carried. FRR would activate IPv4 by itself, for each neighbour. */
const silent = (family: Family): Tree | undefined => (family === 4 ? { enable: 'off' } : undefined);

/** What the sessions of a group carry. */
export function groupFamilies(group: BgpGroup): Tree {
  const all = families.map((family) => {
    const carried = group.families.find((one) => one.family === family);
    return [familyKey(family), carried ? groupFamily(group, carried) : silent(family)] as const;
  });
  return settings(Object.fromEntries(all));
}

/** What one session has of its own. */
export function neighborFamilies(own: readonly BgpFamily[], group: BgpGroup): Tree {
  const all = families.map((family) => {
    const carried = group.families.some((one) => one.family === family);
    const mine = own.find((one) => one.family === family);
    return [familyKey(family), carried ? mine && filters(mine) : silent(family)] as const;
  });
  return settings(Object.fromEntries(all));
}
