import { type Document, type ErrorCode, type YAMLError, visit } from 'yaml';

interface SyntaxWords {
  readonly words: string;
  /** A better place than that of the parser, which stops where it can go no further. */
  readonly start?: number;
}

const wordsByCode: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'The indentation does not fit the lines above, or a bracket is not closed',
  BLOCK_AS_IMPLICIT_KEY: 'A second `key: value` stands in one line, or the line is indented too far',
  MULTILINE_IMPLICIT_KEY:
    'A `key: value` is expected here: a colon is missing, or the indentation does not fit the lines above',
  TAB_AS_INDENT: 'A tab indents this line; YAML allows only spaces',
  BAD_SCALAR_START: 'A text that begins with this character needs quotes',
  BAD_DQ_ESCAPE: 'Text in double quotes has an escape that YAML does not know; use single quotes for a backslash',
  BAD_DIRECTIVE: 'A line that begins with % is a YAML directive, and this one is not known',
  MULTIPLE_ANCHORS: 'A value has more than one anchor',
  BAD_ALIAS: 'This is not the name of an alias',
};

/** Says an error of the YAML parser in words that need no knowledge of its grammar. */
export function syntaxWords(error: YAMLError, document: Document.Parsed): SyntaxWords {
  if (error.code === 'MISSING_CHAR') {
    const quote = /^Missing closing (["'])/.exec(error.message)?.[1];
    if (quote !== undefined) {
      const start = openingQuote(document, error.pos[0]);
      return { words: `The quote ${quote} is not closed`, ...(start === undefined ? {} : { start }) };
    }
  }
  const words = wordsByCode[error.code];
  return { words: words ?? `This is not valid YAML: ${error.message.replaceAll(/\s+/g, ' ')}` };
}

/** The quote that opened the text which runs on to where the parser gave up. */
function openingQuote(document: Document.Parsed, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (range && type?.startsWith('QUOTE') && range[0] < end && range[1] >= end) start = range[0];
    },
  });
  return start;
}
