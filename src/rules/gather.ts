import type { Span } from '../diagnostics/span.ts';

/** Findings that one place of the file causes: the first, and how many more there are like it. */
export interface Gathered<Item> {
  readonly item: Item;
  readonly others: number;
}

/**
 * Findings by place and key, in order: a pattern makes many devices, and one mistake in it is one report.
 * @param keyOf tells findings apart that stand at the same place.
 */
export function gather<Item extends { readonly span: Span }>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string = () => '',
): Gathered<Item>[] {
  const found = new Map<string, { item: Item; others: number }>();
  for (const item of items) {
    const key = `${item.span.file.path}:${item.span.start}:${keyOf(item)}`;
    const before = found.get(key);
    if (before) before.others++;
    else found.set(key, { item, others: 0 });
  }
  return [...found.values()];
}
