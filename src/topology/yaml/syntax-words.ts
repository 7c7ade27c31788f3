import { type Document, type ErrorCode, type YAMLError, isCollection, visit } from 'yaml';

interface SyntaxWords {
  readonly words: string;
  /** A better place than that of the parser, which stops where it can go no further. */
  readonly start?: number;
}

const wordsByCode: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'The indentation does not fit the lines above',
  BLOCK_AS_IMPLICIT_KEY: 'A second `key: value` stands in one line, or the line is indented too far',
  BLOCK_IN_FLOW: 'A comma or a bracket is missing before this',
  MULTILINE_IMPLICIT_KEY:
    'A `key: value` is expected here: a colon is missing, or the indentation does not fit the lines above',
  TAB_AS_INDENT: 'A tab indents this line; YAML allows only spaces',
  BAD_SCALAR_START: 'A text that begins with this character needs quotes',
  BAD_DQ_ESCAPE: 'Text in double quotes has an escape that YAML does not know; use single quotes for a backslash',
  BAD_DIRECTIVE: 'A line that begins with % is a YAML directive, and this one is not known',
  MULTIPLE_ANCHORS: 'A value has more than one anchor',
  UNEXPECTED_TOKEN:
    'This does not belong here: its indentation does not fit the lines above, or a quote or bracket before it is wrong',
  BAD_ALIAS: 'A * must be followed by the name of an anchor, an & by a new name; other text needs quotes',
};

/** Says an error of the YAML parser in words that need no knowledge of its grammar. */
export function syntaxWords(error: YAMLError, document: Document.Parsed, text: string): SyntaxWords {
  const [at] = error.pos;
  if (error.message.startsWith('Missing closing')) {
    const start = openQuote(document, at);
    if (start !== undefined) return { words: `The quote ${text[start]} is not closed`, start };
  }
  if (error.message.startsWith('Flow ')) {
    const start = openBracket(document, at, text);
    if (start !== undefined && /[[{]/.test(text[start] ?? '')) {
      const what = `The bracket ${text[start]} is not closed`;
      return { words: error.code === 'BAD_INDENT' ? `${what}, or what it holds is not indented` : what, start };
    }
  }
  if (error.message.startsWith('Implicit map keys')) return { words: 'A colon is missing after this key' };
  if (error.message.startsWith('Block scalar header')) return { words: 'Nothing may follow | or > in its line' };
  const words = wordsByCode[error.code];
  return { words: words ?? `This is not valid YAML: ${error.message.replaceAll(/\s+/g, ' ')}` };
}

/** The quote that opened the text which runs on to where the parser gave up. */
function openQuote(document: Document.Parsed, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (range && type?.startsWith('QUOTE') && range[0] < end && range[1] >= end) start = range[0];
    },
  });
  return start;
}

/** The innermost bracket that is open where the parser gave up. */
function openBracket(document: Document.Parsed, end: number, text: string): number | undefined {
  let start: number | undefined;
  visit(document, {
    Collection(_, node) {
      if (!isCollection(node) || !node.flow || !node.range || node.range[0] >= end) return;
      const [from, to] = node.range;
      if (text[to - 1] !== (text[from] === '{' ? '}' : ']')) start = from;
    },
  });
  return start;
}
