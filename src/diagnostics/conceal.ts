import { type SourceFile, type Span, lineStarts, lineText, positionAt } from './span.ts';

const mark = '*';
/** A shorter text is no secret worth the name, and would be found in the words of every message. */
const shortest = 3;

/** A line (from 1) as it may be shown: with marks in place of what is concealed, one for one. */
export function visibleLine(file: SourceFile, line: number): string {
  let text = lineText(file, line);
  const lineStart = lineStarts(file)[line - 1] ?? 0;
  for (const { start, end } of file.concealed ?? []) {
    const from = Math.max(start - lineStart, 0);
    const to = Math.min(end - lineStart, text.length);
    if (from < to) text = text.slice(0, from) + mark.repeat(to - from) + text.slice(to);
  }
  return text;
}

/** A message about a place without what is concealed in its lines. */
export function withoutConcealed(message: string, { file, start, end }: Span): string {
  if (!file.concealed?.length) return message;
  const from = positionAt(file, start).line;
  const to = positionAt(file, end).line;
  let shown = message;
  for (const range of file.concealed) {
    if (positionAt(file, range.end).line < from || positionAt(file, range.start).line > to) continue;
    const text = file.text.slice(range.start, range.end);
    // As YAML spells it, and as the text that it stands for.
    for (const form of [text, text.replaceAll(/^[*&!"']+|["']$/g, '')]) {
      if (form.length >= shortest) shown = shown.replaceAll(form, mark.repeat(shortest));
    }
  }
  return shown;
}
