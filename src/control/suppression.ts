import { type SourceFile, type Span, lineText, positionAt } from '../diagnostics/span.ts';
import { commentsOf } from '../topology/yaml/comments.ts';

/** A rule that a comment names, and where. */
export interface NamedRule {
  readonly word: string;
  readonly span: Span;
}

/** A comment `# heddle-ignore rule, other-rule: reason`. */
export interface Suppression {
  readonly comment: Span;
  readonly rules: readonly NamedRule[];
  /** Empty where none is given. */
  readonly reason: string;
  /** The line (from 1) whose findings it silences. */
  readonly line: number;
}

const keyword = 'heddle-ignore';
const form = new RegExp(String.raw`^#\s*${keyword}(?![\w-])[ \t]*([^:]*)(?::(.*))?$`, 's');

/** The line after `line` that holds more than a comment; a comment at the end of a file is for no line. */
function nextLine(line: number, commentLines: ReadonlySet<number>): number {
  let next = line + 1;
  while (commentLines.has(next)) next++;
  return next;
}

/** The first word of each part between commas; words after it can only be a reason without its colon. */
function rulesIn(list: string, file: SourceFile, start: number): NamedRule[] {
  return [...list.matchAll(/(?<=^|,)\s*([^\s,]+)/dg)].map((match) => {
    const [from, to] = match.indices![1]!;
    return { word: match[1]!, span: { file, start: start + from, end: start + to } };
  });
}

/** The suppressions of a topology file, in order. */
export function suppressionsOf(file: SourceFile): Suppression[] {
  // Most files have none, and the lexer takes its time.
  if (!file.text.includes(keyword)) return [];
  const comments = commentsOf(file);
  const lineOf = (comment: Span): number => positionAt(file, comment.start).line;
  const isAlone = (comment: Span): boolean => lineText(file, lineOf(comment)).trimStart().startsWith('#');
  const commentLines = new Set(comments.filter(isAlone).map(lineOf));
  return comments.flatMap((span): Suppression[] => {
    const text = file.text.slice(span.start, span.end).trimEnd();
    const match = form.exec(text);
    if (!match) return [];
    const list = match[1] ?? '';
    const listAt = match[2] === undefined ? text.length - list.length : text.length - match[2].length - 1 - list.length;
    const line = lineOf(span);
    return [
      {
        comment: { ...span, end: span.start + text.length },
        rules: rulesIn(list, file, span.start + listAt),
        reason: match[2]?.trim() ?? '',
        line: isAlone(span) ? nextLine(line, commentLines) : line,
      },
    ];
  });
}
