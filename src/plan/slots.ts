/** Something that wants one of a row of equal slots: an address, a subnet, a number. */
export interface SlotRequest {
  readonly key: string;
  /** Given by the user: taken whatever else holds it, so that a clash shows as a duplicate. */
  readonly pinned?: number | undefined;
  /** Where it would stand if every device had its place; taken when free. */
  readonly preferred?: number | undefined;
  /** First slot that it cannot use. */
  readonly limit?: number;
}

export interface SlotAllocation {
  readonly slots: ReadonlyMap<string, number>;
  /** Keys for which no slot was left. */
  readonly missing: readonly string[];
}

/**
 * Gives every key a slot below `capacity`. What was given before stays; then each key takes its preferred slot,
 * which depends on nothing but its own place in the fabric; only what is left over takes the lowest free slot.
 * So an addition never moves what is there. Linear in requests and slots.
 * @param reserved slots that nobody gets.
 */
export function allocateSlots(
  capacity: number,
  requests: readonly SlotRequest[],
  previous: ReadonlyMap<string, number>,
  reserved: Iterable<number> = [],
): SlotAllocation {
  const taken = new Set<number>(reserved);
  const slots = new Map<string, number>();
  const give = (request: SlotRequest, slot: number | undefined): boolean => {
    if (slot === undefined || slot < 0 || slot >= (request.limit ?? capacity) || taken.has(slot)) return false;
    taken.add(slot);
    slots.set(request.key, slot);
    return true;
  };
  for (const { key, pinned } of requests) {
    if (pinned === undefined) continue;
    taken.add(pinned);
    slots.set(key, pinned);
  }
  const unpinned = requests.filter((request) => request.pinned === undefined);
  const fresh = unpinned.filter((request) => !give(request, previous.get(request.key)));
  const left = fresh.filter((request) => !give(request, request.preferred));
  const missing: string[] = [];
  // Tighter limits first, so that a request that fits anywhere does not take the last low slot of another.
  left.sort((a, b) => (a.limit ?? capacity) - (b.limit ?? capacity));
  let next = 0;
  for (const request of left) {
    while (taken.has(next)) next++;
    if (!give(request, next)) missing.push(request.key);
  }
  return { slots, missing };
}
