/** What a value is, in words: `a list`, `the text "x"`, `nothing`. */
export function found(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text ${quoted(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `${value}`;
  return 'a map';
}

/** What a value is without the value itself: `a list`, `a number`. */
export function kindOf(value: unknown): string {
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return 'true or false';
  return found(value);
}

/** A text in quotes, on one line and cut where it is long. */
export function quoted(text: string, limit = 40): string {
  const shown = JSON.stringify(text.length > limit ? `${text.slice(0, limit - 1)}…` : text);
  // What JSON leaves as it is and a terminal would obey.
  return shown.replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `a, b or c` */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
