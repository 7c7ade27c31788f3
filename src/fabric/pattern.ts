/** Values for the placeholders of a name pattern: `{rack}`, `{zone}`, `{pod}`, `{n}`. */
export type PatternValues = Readonly<Record<string, string>>;

/** Most names that one pattern may stand for. */
const mostNames = 100_000;

const range = /^(\d{1,9}|[a-z])\.\.(\d{1,9}|[a-z])$/;

/** Names of one pair of braces: a range of numbers or letters, or a list; undefined when it is neither. */
function alternatives(body: string): string[] | undefined {
  const bounds = range.exec(body);
  if (!bounds) return body.includes(',') ? body.split(',') : undefined;
  const [, from, to] = bounds as unknown as [string, string, string];
  const numeric = /\d/.test(from);
  if (numeric !== /\d/.test(to)) return undefined;
  const first = numeric ? Number(from) : from.charCodeAt(0);
  const last = numeric ? Number(to) : to.charCodeAt(0);
  if (Math.abs(last - first) >= mostNames) return undefined;
  // {01..20}: the width of the first number is that of all.
  const width = from.startsWith('0') ? from.length : 1;
  const step = first <= last ? 1 : -1;
  const names: string[] = [];
  for (let at = first; at !== last + step; at += step) {
    names.push(numeric ? String(at).padStart(width, '0') : String.fromCharCode(at));
  }
  return names;
}

/** True when the pattern uses a placeholder. */
export function mentions(pattern: string, placeholder: string): boolean {
  return pattern.includes(`{${placeholder}}`);
}

/**
 * Names that a pattern stands for, in order: `z1r{1..2}` gives z1r1 and z1r2. Several ranges multiply,
 * the last one counting fastest.
 * @returns the names, or why there are none.
 */
export function expandPattern(pattern: string, values: PatternValues): string[] | { readonly reason: string } {
  let names = [''];
  let at = 0;
  while (at < pattern.length) {
    const open = pattern.indexOf('{', at);
    const literal = pattern.slice(at, open === -1 ? undefined : open);
    if (literal.includes('}')) return { reason: 'a } has no {' };
    if (literal !== '') names = names.map((name) => name + literal);
    if (open === -1) break;
    const close = pattern.indexOf('}', open);
    if (close === -1) return { reason: 'a { is not closed' };
    const body = pattern.slice(open + 1, close);
    const value = Object.hasOwn(values, body) ? values[body] : undefined;
    const options = value === undefined ? alternatives(body) : [value];
    if (!options) {
      const known = Object.keys(values).map((key) => `{${key}}`);
      return {
        reason: `{${body}} is neither a range such as {1..4}, a list such as {a,b}, nor one of ${known.join(', ') || 'the placeholders that it may use'}`,
      };
    }
    if (names.length * options.length > mostNames) return { reason: `it stands for more than ${mostNames} names` };
    names = names.flatMap((name) => options.map((option) => name + option));
    at = close + 1;
  }
  return names;
}
