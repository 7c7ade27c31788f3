/** Columns between tab stops; tabs are spread out because the gutter of a code frame would shift them. */
const tabWidth = 4;

/** Characters that would move the cursor, reorder the line or break it: controls, bidi controls, lone surrogates. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
const doubleWidth =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff01-\uff60\uffe0-\uffe6]/u;

/** Columns that a terminal gives to a code point, near enough to set carets under it. */
function widthOf(codePoint: string): number {
  if (codePoint >= ' ' && codePoint <= '~') return 1;
  if (zeroWidth.test(codePoint)) return 0;
  return doubleWidth.test(codePoint) ? 2 : 1;
}

/** What is shown for a code point: itself, a control picture, or the replacement character. */
function shown(codePoint: string): string {
  if (!unprintable.test(codePoint)) return codePoint;
  const code = codePoint.codePointAt(0) ?? 0;
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\ufffd';
}

/** One line of text made safe for a terminal, and the column at which each of `offsets` (ascending) stands in it. */
export function layOut(line: string, offsets: readonly number[]): { text: string; columns: readonly number[] } {
  let text = '';
  let column = 0;
  let offset = 0;
  const columns: number[] = [];
  for (const codePoint of line) {
    while (columns.length < offsets.length && offsets[columns.length]! <= offset) columns.push(column);
    const width = codePoint === '\t' ? tabWidth - (column % tabWidth) : widthOf(codePoint);
    text += codePoint === '\t' ? ' '.repeat(width) : shown(codePoint);
    column += width;
    offset += codePoint.length;
  }
  while (columns.length < offsets.length) columns.push(column);
  return { text, columns };
}

/** Text from the user's files within a message, made safe for a terminal; line breaks stay. */
export function printable(text: string): string {
  return text
    .split('\n')
    .map((line) => layOut(line, []).text)
    .join('\n');
}
