import { CST, Lexer } from 'yaml';
import type { SourceFile, Span } from '../../diagnostics/span.ts';

/** Lexemes that stand for no text: they tell the parser what comes next. */
const markers: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** Every comment of a YAML file, from its `#` to the end of the line: a `#` within a text begins none. */
export function commentsOf(file: SourceFile): Span[] {
  const comments: Span[] = [];
  let offset = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(file.text)) {
    if (isScalar) isScalar = false;
    else if (markers.has(lexeme)) {
      isScalar = lexeme === CST.SCALAR;
      continue;
    } else if (lexeme.startsWith('#')) comments.push({ file, start: offset, end: offset + lexeme.length });
    offset += lexeme.length;
  }
  return comments;
}
