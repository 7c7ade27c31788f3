import type { Paint } from './paint.ts';
import { visibleLine } from './conceal.ts';
import { trimmedEnd } from './extent.ts';
import { layOut } from './printable.ts';
import { type Span, lineStarts, lineText, positionAt } from './span.ts';

/** Characters of a line that are shown; of a longer one, the part around the span. */
const lineLimit = 120;
/** Characters shown before the span where a line is cut. */
const lead = 40;
/** A span of more lines than this is shown by its first two and its last. */
const spanLimit = 4;

/** The part of a line that is marked, in offsets from the start of the line. */
interface Mark {
  readonly from: number;
  readonly to: number;
}

/** Cuts a long line around its mark, at whole characters. */
function cut(line: string, mark: Mark): { text: string; mark: Mark } {
  if (line.length <= lineLimit) return { text: line, mark };
  const inPair = (at: number) => /^[\udc00-\udfff]/.test(line.slice(at, at + 1));
  let from = mark.from < lineLimit / 2 ? 0 : mark.from - lead;
  if (inPair(from)) from--;
  let to = Math.min(line.length, from + lineLimit);
  if (inPair(to)) to--;
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    text: `${before}${line.slice(from, to)}${to < line.length ? '…' : ''}`,
    mark: { from: mark.from + shift, to: Math.min(mark.to, to) + shift },
  };
}

/** Lines (from 1) to show of a span, with one before and one after it; 0 stands for lines left out. */
function linesToShow(first: number, last: number, count: number): number[] {
  const spanned =
    last - first < spanLimit
      ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
      : [first, first + 1, 0, last];
  return [...(first > 1 ? [first - 1] : []), ...spanned, ...(last < count ? [last + 1] : [])];
}

/** The mark on a line of the span: from the start of the span, or of the line's text, to the end of either. */
function markOn(span: Span, end: number, line: number): Mark {
  const { file } = span;
  const lineStart = lineStarts(file)[line - 1] ?? 0;
  const text = lineText(file, line);
  const to = Math.min(end - lineStart, text.length);
  const from = Math.min(Math.max(span.start - lineStart, 0), text.length);
  const blank = text.slice(from, to).search(/\S|$/);
  return { from: from + blank, to: Math.max(from + blank, to) };
}

/**
 * The lines of a span with their numbers, and carets under the span. Safe to print whatever the file holds:
 * control characters are shown by a picture, tabs spread out, long lines cut around the span.
 */
export function codeFrame(span: Span, paint: Paint): string {
  const { file } = span;
  const end = trimmedEnd(span);
  const first = positionAt(file, Math.min(span.start, file.text.length)).line;
  const last = Math.max(first, positionAt(file, end).line);
  const lines = linesToShow(first, last, lineStarts(file).length);
  // The empty line after a final line break is not a line to a reader.
  if (lines.at(-1) !== last && lineText(file, lines.at(-1)!) === '') lines.pop();
  const digits = Math.max(3, String(lines.at(-1)).length);
  const gutter = (text: string) => paint.dim(`${text.padStart(digits + 2)} |`);
  const output: string[] = [];
  for (const line of lines) {
    if (line === 0) {
      output.push(gutter('…'));
      continue;
    }
    const marked = line >= first && line <= last;
    const { text, mark } = cut(visibleLine(file, line), marked ? markOn(span, end, line) : { from: 0, to: 0 });
    const { text: shown, columns } = layOut(text, [mark.from, mark.to]);
    output.push(`${gutter(String(line))} ${shown}`.trimEnd());
    if (!marked || (text.trim() === '' && first !== last)) continue;
    const [from = 0, to = 0] = columns;
    output.push(`${gutter('')} ${' '.repeat(from)}${paint.red('^'.repeat(Math.max(1, to - from)))}`);
  }
  return output.join('\n');
}
