import { Composer, type Document, Lexer, Parser, type YAMLError, type YAMLWarning } from 'yaml';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/span.ts';
import { boundedAliases, boundedNesting, oneDocument, validYaml } from '../problems/yaml.ts';
import { syntaxWords } from './syntax-words.ts';
import { untab } from './untab.ts';

/** Deepest nesting of lists and maps that is read. */
const deepestNesting = 100;

/** A document without mistakes of syntax, or the first mistake of the file. */
export type ParseResult = { readonly document: Document.Parsed } | { readonly diagnostic: Diagnostic };

/** Most aliases that are read: a bomb of a megabyte is not worth the second it takes to parse. */
const mostAliases = 20_000;

const collections = new Set(['block-map', 'block-seq', 'flow-collection']);

function isTooDeep(parser: Parser): boolean {
  if (parser.stack.length <= deepestNesting) return false;
  return parser.stack.filter(({ type }) => collections.has(type)).length > deepestNesting;
}

interface Composed {
  readonly documents: Document.Parsed[];
  /** End of the token at which a bound was passed. */
  readonly tooDeepAt?: number;
  readonly tooManyAt?: number;
}

/** Parses token by token, so that what is out of bounds is not followed to the end of a large file. */
function composed(text: string): Composed {
  const parser = new Parser();
  const composer = new Composer({
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents: Document.Parsed[] = [];
  let aliases = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (isTooDeep(parser)) return { documents, tooDeepAt: parser.offset };
    if (lexeme.startsWith('*') && ++aliases > mostAliases) return { documents, tooManyAt: parser.offset };
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

/** The data of a text as JSON; undefined where it is not valid. */
function dataOf(text: string): string | undefined {
  const [document, second] = composed(text).documents;
  if (!document || second || document.errors.length > 0) return undefined;
  try {
    return JSON.stringify(document.toJS());
  } catch {
    // Aliases that lead nowhere, or stand for too much.
    return undefined;
  }
}

/** Parses a file as YAML 1.2. */
export function parseYaml(file: SourceFile): ParseResult {
  const { documents, tooDeepAt, tooManyAt } = composed(file.text);
  if (tooDeepAt !== undefined) {
    const span = { file, start: tooDeepAt - 1, end: tooDeepAt };
    return { diagnostic: diagnose(boundedNesting, { limit: deepestNesting }, span) };
  }
  if (tooManyAt !== undefined) {
    const reason = `There are more than ${mostAliases} aliases in this file`;
    return { diagnostic: diagnose(boundedAliases, { reason }, { file, start: tooManyAt - 1, end: tooManyAt }) };
  }
  const [document, second] = documents;
  if (!document) throw new Error('the composer made no document');
  const error = document.errors[0] ?? document.warnings.find(isSyntax);
  if (error) {
    const { words, start } = syntaxWords(error, document, file.text);
    const span = spanOfError(file, error);
    const fix = error.code === 'TAB_AS_INDENT' ? untab(file, dataOf) : undefined;
    return {
      diagnostic: diagnose(
        validYaml,
        fix ? { words, fix } : { words },
        start === undefined ? span : { file, start, end: start + 1 },
      ),
    };
  }
  if (second) return { diagnostic: diagnose(oneDocument, {}, startOf(second, document, file)) };
  return { document };
}

/** The line `---` of a further document, or its content if it has none. */
function startOf(second: Document.Parsed, first: Document.Parsed, file: SourceFile): Span {
  const marker = file.text.indexOf('\n---', Math.max(0, first.range[1] - 1)) + 1;
  const content = second.contents?.range[0] ?? second.range[0];
  const start = marker > 0 && marker <= content ? marker : content;
  return { file, start, end: Math.min(start + 3, file.text.length) };
}
