/** `1 port`, `3 ports`, `2 switches` */
export function countOf(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${noun}${noun.endsWith('ch') ? 'es' : 's'}`;
}

/** `; 3 more leafs like it`, where a pattern made several alike, else nothing. */
export function alike(others: number, noun: string): string {
  return others === 0 ? '' : `; ${countOf(others, `more ${noun}`)} like it`;
}

/** The names a person may choose from, cut where there are many. */
export function someOf(names: readonly string[], limit = 8): string {
  const shown = names.slice(0, limit).join(', ');
  return names.length > limit ? `${shown}, … (${names.length})` : shown;
}
