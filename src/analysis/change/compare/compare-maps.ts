export interface MapChange<Fact> {
  readonly added: Fact[];
  readonly removed: Fact[];
  /** What both have. */
  readonly kept: { readonly key: string; readonly before: Fact; readonly after: Fact }[];
}

/** Sorts what two maps hold into what came, went and stayed; in the order of the maps. */
export function compareMaps<Fact>(
  before: ReadonlyMap<string, Fact>,
  after: ReadonlyMap<string, Fact>,
): MapChange<Fact> {
  const change: MapChange<Fact> = { added: [], removed: [], kept: [] };
  for (const [key, fact] of after) {
    const old = before.get(key);
    if (old === undefined) change.added.push(fact);
    else change.kept.push({ key, before: old, after: fact });
  }
  for (const [key, fact] of before) if (!after.has(key)) change.removed.push(fact);
  return change;
}
