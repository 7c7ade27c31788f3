/** `1 port`, `3 ports` */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `r1-leaf1`, or `r1-leaf1 and 3 more` where a pattern made several alike. */
export function andMore(first: string, others: number): string {
  return others === 0 ? first : `${first} and ${others} more`;
}

/** The names a person may choose from, cut where there are many. */
export function someOf(names: readonly string[], limit = 8): string {
  const shown = names.slice(0, limit).join(', ');
  return names.length > limit ? `${shown}, … (${names.length})` : shown;
}
