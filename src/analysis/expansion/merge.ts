import { groupBy } from '../../fabric/group-by.ts';

/** Puts together what is the same for several switches. */
export function merge<Item extends { readonly devices: readonly string[] }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  return [...groupBy(items, keyOf).values()].map((alike) => ({
    ...alike[0]!,
    devices: alike.flatMap(({ devices }) => devices),
  }));
}
