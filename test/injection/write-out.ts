import { type Place, withString } from './string-places.ts';

const mark = 'HERE-IS-PLACE-';

/** A JSON string in ASCII, so that no byte of it means anything to YAML. */
function quote(text: string): string {
  return Array.from(JSON.stringify(text), (one) => {
    const code = one.codePointAt(0) ?? 0;
    if (code < 0x7f) return one;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  }).join('');
}

/** Data as YAML, everything on a line of its own, with a string at some places; and the line of each, from 1. */
export function writeOut(
  data: unknown,
  places: readonly Place[],
  text: string,
): { content: string; lines: readonly number[] } {
  const marked = places.reduce<unknown>((so, place, index) => withString(so, place, `${mark}${index}.`), data);
  const lines: number[] = [];
  const quoted = quote(text);
  const written = JSON.stringify(marked, null, 1)
    .split('\n')
    .map((line, at) => {
      const found = new RegExp(`"${mark}(\\d+)\\."`).exec(line);
      if (!found) return line;
      const index = Number(found[1]);
      lines[index] = at + 1;
      // A long key must be marked as one.
      return line.replace(found[0], () => (places[index]?.isKey ? `? ${quoted} ` : quoted));
    });
  return { content: written.join('\n'), lines };
}
