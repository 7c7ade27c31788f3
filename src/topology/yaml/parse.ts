import { Composer, type Document, Lexer, Parser, type YAMLError, type YAMLWarning } from 'yaml';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/span.ts';
import { boundedNesting, oneDocument, validYaml } from '../problems/yaml.ts';
import { syntaxWords } from './syntax-words.ts';

/** Deepest nesting of lists and maps that is read. */
export const deepestNesting = 100;

/** A document without mistakes of syntax, or the first mistake of the file. */
export type ParseResult = { readonly document: Document.Parsed } | { readonly diagnostic: Diagnostic };

/** Each level of nesting has up to three open tokens: the collection, its pair or item, and a scalar at the end. */
const largestStack = deepestNesting + 4;

/** Parses token by token, so that neither nesting nor a stray first token is followed to the end of a large file. */
function composed(text: string): { documents: Document.Parsed[]; tooDeepAt?: number } {
  const parser = new Parser();
  const composer = new Composer({
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents: Document.Parsed[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > largestStack) return { documents, tooDeepAt: parser.offset };
    if (documents.length > 1) return { documents };
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  return { documents };
}

function spanOfError(file: SourceFile, error: YAMLError): Span {
  const start = Math.min(error.pos[0], file.text.length);
  return { file, start, end: Math.max(start, Math.min(error.pos[1], file.text.length)) };
}

// A tag that cannot be resolved has a problem of its own, at the value.
const isSyntax = (warning: YAMLWarning): boolean => warning.code !== 'TAG_RESOLVE_FAILED';

/** Parses a file as YAML 1.2. */
export function parseYaml(file: SourceFile): ParseResult {
  const { documents, tooDeepAt } = composed(file.text);
  if (tooDeepAt !== undefined) {
    const span = { file, start: tooDeepAt - 1, end: tooDeepAt };
    return { diagnostic: diagnose(boundedNesting, { limit: deepestNesting }, span) };
  }
  const [document, second] = documents;
  if (!document) throw new Error('the composer made no document');
  const error = document.errors[0] ?? document.warnings.find(isSyntax);
  if (error) {
    const { words, start } = syntaxWords(error, document);
    const span = spanOfError(file, error);
    return {
      diagnostic: diagnose(validYaml, { words }, start === undefined ? span : { file, start, end: start + 1 }),
    };
  }
  if (second) {
    const start = file.text.lastIndexOf('---', second.range[0]);
    return { diagnostic: diagnose(oneDocument, {}, { file, start: Math.max(0, start), end: Math.max(0, start) + 3 }) };
  }
  return { document };
}
