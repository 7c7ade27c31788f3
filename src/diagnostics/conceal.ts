import { type Range, type SourceFile, type Span, lineStarts, lineText, positionAt } from './span.ts';

const mark = '*';
/** A shorter text is no secret worth the name, and would be found in the words of every message. */
const shortest = 3;

/** What is concealed of the lines from `first` to `last`; the ranges of a file are in order. */
function concealedIn(file: SourceFile, first: number, last: number): readonly Range[] {
  const { concealed = [], text } = file;
  const from = lineStarts(file)[first - 1] ?? 0;
  const to = lineStarts(file)[last] ?? text.length + 1;
  let low = 0;
  let high = concealed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (concealed[middle]!.end < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < concealed.length && concealed[end]!.start < to) end++;
  return concealed.slice(low, end);
}

/** A line (from 1) as it may be shown: with marks in place of what is concealed, one for one. */
export function visibleLine(file: SourceFile, line: number): string {
  let text = lineText(file, line);
  const lineStart = lineStarts(file)[line - 1] ?? 0;
  for (const { start, end } of concealedIn(file, line, line)) {
    const from = Math.max(start - lineStart, 0);
    const to = Math.min(end - lineStart, text.length);
    if (from < to) text = text.slice(0, from) + mark.repeat(to - from) + text.slice(to);
  }
  return text;
}

/** A message about a place without what is concealed in its lines. */
export function withoutConcealed(message: string, { file, start, end }: Span): string {
  if (!file.concealed?.length) return message;
  let shown = message;
  for (const range of concealedIn(file, positionAt(file, start).line, positionAt(file, end).line)) {
    const text = file.text.slice(range.start, range.end);
    // As YAML spells it, and as the text that it stands for.
    for (const form of [text, text.replaceAll(/^[*&!"']+|["']$/g, '')]) {
      if (form.length >= shortest) shown = shown.replaceAll(form, mark.repeat(shortest));
    }
  }
  return shown;
}
