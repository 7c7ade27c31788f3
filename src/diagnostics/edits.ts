import type { Edit, Fix } from './diagnostic.ts';
import { type Span, lineStarts, positionAt } from './span.ts';

/** Text that YAML reads as itself without quotes, in a list or map in brackets, too. */
const plain = /^\w(?:[\w.:/-]*[\w./-])?$/;
const otherwiseRead = new Set(['true', 'false', 'null']);

function isPlain(text: string): boolean {
  return plain.test(text) && Number.isNaN(Number(text)) && !otherwiseRead.has(text.toLowerCase());
}

function textAt({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}

/** Puts `to` in the place of the text `from`, in the same quotes; undefined where something else stands there. */
export function replaceText(span: Span, from: string, to: string): Edit | undefined {
  const text = textAt(span);
  if (text === from && isPlain(to)) return { span, text: to };
  const quote = text[0];
  if ((quote !== '"' && quote !== "'") || text !== `${quote}${from}${quote}` || /["'\\\n]/.test(from + to)) {
    return undefined;
  }
  return { span, text: `${quote}${to}${quote}` };
}

/** The fix of a word that was meant to be another. */
export function fixWord(span: Span, from: string, to: string | undefined): Fix | undefined {
  const edit = to === undefined ? undefined : replaceText(span, from, to);
  return edit && { title: `Write ${to} in place of ${from}`, edits: [edit] };
}

/** Most characters beside a part that is taken out with its line. */
const mostAround = 200;

/** Takes out all that stands in the line of a span, if nothing but the span and `around` it stands there. */
function wholeLine(span: Span, around: RegExp): Edit | undefined {
  const { file, start, end } = span;
  const { line } = positionAt(file, start);
  if (positionAt(file, end).line !== line) return undefined;
  const starts = lineStarts(file);
  const from = starts[line - 1]!;
  const to = starts[line] ?? file.text.length;
  // Nothing but the span stands in the line: it is no longer than the span and some spaces.
  if (to - from > end - start + mostAround) return undefined;
  const rest = `${file.text.slice(from, start)}\0${file.text.slice(end, to)}`;
  return around.test(rest) ? { span: { file, start: from, end: to }, text: '' } : undefined;
}

/** Takes a part of a list or map in brackets out, with one of the commas beside it. */
function withComma({ file, start, end }: Span): Edit | undefined {
  const before = /,[ \t]*$/.exec(file.text.slice(0, start).slice(-80));
  const after = /^[ \t]*(?:,[ \t]*|(?=[\]}\n]))/.exec(file.text.slice(end, end + 80));
  if (!after) return undefined;
  if (before) return { span: { file, start: start - before[0].length, end }, text: '' };
  return after[0].includes(',') ? { span: { file, start, end: end + after[0].length }, text: '' } : undefined;
}

/** Takes an item out of a list; undefined where a comment would go with it. */
export function removeItem(item: Span): Edit | undefined {
  return wholeLine(item, /^[ \t]*(?:-[ \t]+\0|\0,?)[ \t]*\r?\n?$/) ?? withComma(item);
}

/** Takes a key and its value, which stand in one line, out of a map; undefined where a comment would go with them. */
export function removeEntry(key: Span, value: Span): Edit | undefined {
  const { file, end } = value;
  if (key.file !== file || end < key.end) return undefined;
  const entry = { file, start: key.start, end };
  if (/[\n#]/.test(textAt(entry))) return undefined;
  return wholeLine(entry, /^[ \t]*\0,?[ \t]*\r?\n?$/) ?? withComma(entry);
}

/** Takes a word out of a list with commas in a comment. */
export function removeListed({ file, start, end }: Span): Edit | undefined {
  const before = /,[ \t]*$/.exec(file.text.slice(0, start).slice(-80));
  if (before) return { span: { file, start: start - before[0].length, end }, text: '' };
  const after = /^[ \t]*,[ \t]*/.exec(file.text.slice(end, end + 80));
  return after ? { span: { file, start, end: end + after[0].length }, text: '' } : undefined;
}

/** Takes a comment out, with its line where it stands alone. */
export function removeComment(comment: Span): Edit {
  const alone = wholeLine(comment, /^[ \t]*\0[ \t]*\r?\n?$/);
  if (alone) return alone;
  const { file, start, end } = comment;
  const space = /[ \t]*$/.exec(file.text.slice(0, start).slice(-80))![0].length;
  return { span: { file, start: start - space, end }, text: '' };
}
