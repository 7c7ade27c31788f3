import { type Position, type Span, positionAt } from './span.ts';

/** Offset of the end of a span without the white space there, which for YAML blocks reaches into the next line. */
export function trimmedEnd(span: Span): number {
  const { text } = span.file;
  let end = Math.min(span.end, text.length);
  while (end > span.start && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** First position of a span, and the one after its last character; both within the file. */
export function extentOf(span: Span): { readonly start: Position; readonly end: Position } {
  const { file } = span;
  const start = Math.min(span.start, file.text.length);
  return { start: positionAt(file, start), end: positionAt(file, Math.max(start, trimmedEnd(span))) };
}
