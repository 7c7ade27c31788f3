import { type Prefix, bitsOf, formatPrefix, networkOf } from '../../ip/index.ts';
import type { PrefixListEntry } from '../../device/device.ts';

const keyOf = (prefix: Prefix): string => formatPrefix(prefix);

/** Longest prefixes that each entry permits within it, by the entry's own prefix. */
function reaches(entries: readonly PrefixListEntry[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { prefix, le } of entries) {
    const key = keyOf(prefix);
    found.set(key, Math.max(found.get(key) ?? prefix.length, le ?? prefix.length));
  }
  return found;
}

/**
 * The entries of a prefix list as route filters. Of several that hold a route Junos looks at the longest alone, so that
 * one within another permits what the wider one does as well.
 */
export function routeFilters(entries: readonly PrefixListEntry[]): string[] {
  const reach = reaches(entries);
  const lengths = [...new Set(entries.map(({ prefix }) => prefix.length))].sort((a, b) => a - b);
  const filters = entries.map(({ prefix }) => {
    const { base, length } = prefix;
    const longest = lengths
      .filter((wider) => wider <= length)
      .map((wider) => reach.get(keyOf({ base: networkOf(base, wider), length: wider })) ?? 0)
      .reduce((a, b) => Math.max(a, b), length);
    return `${keyOf(prefix)} ${filterType(longest, length, bitsOf(base.family))}`;
  });
  return [...new Set(filters)];
}

function filterType(longest: number, length: number, bits: number): string {
  if (longest === length) return 'exact';
  return longest === bits ? 'orlonger' : `upto /${longest}`;
}
