import type Nunjucks from 'nunjucks';
import { nunjucks } from './nunjucks.ts';
import { compileTemplate } from './templates.ts';

/** A mistake in the text of a template. */
export interface TemplateFault {
  readonly message: string;
  /** From 1. */
  readonly line: number;
}

/** A node of nunjucks' syntax tree; its lines count from 0. */
interface Node {
  readonly typename: string;
  readonly lineno: number;
  readonly fields: readonly string[];
  readonly value?: unknown;
}

/** What a stanza is made of; the rest of nunjucks reads other templates, calls functions or does not wait for its end. */
const allowed = new Set(
  `Root NodeList Output TemplateData Literal Symbol LookupVal Group Array Dict Pair If InlineIf For Set Capture Filter
  KeywordArgs Or And Not In Compare CompareOperand Add Concat Sub Mul Div FloorDiv Mod Pow Neg Pos`.split(/\s+/),
);

/** Filters by which the same input would give other output. */
const unsteady = ['random'];

let filters: Nunjucks.Environment | undefined;

/** The syntax tree of a text that is a template. */
function parse(source: string): Node {
  const { parser } = nunjucks() as unknown as { parser: { parse: (source: string) => Node } };
  return parser.parse(source);
}

function* nodesBelow(node: Node): Generator<Node> {
  yield node;
  const values = node as unknown as Readonly<Record<string, unknown>>;
  for (const below of node.fields.flatMap((field) => values[field])) {
    if (typeof below === 'object' && below !== null && 'typename' in below) yield* nodesBelow(below as Node);
  }
}

function hasFilter(name: string): boolean {
  if (unsteady.includes(name)) return false;
  filters ??= new (nunjucks().Environment)([]);
  try {
    filters.getFilter(name);
    return true;
  } catch {
    return false;
  }
}

function complaintAbout(node: Node): string | undefined {
  if (!allowed.has(node.typename)) return `a stanza is rendered from its values alone, without ${node.typename}`;
  if (node.typename !== 'Filter') return undefined;
  const { name } = node as unknown as { name: Node };
  return hasFilter(String(name.value)) ? undefined : `there is no filter ${String(name.value)}`;
}

/** What nunjucks says of a text that is no template. */
function syntaxFault(error: Error, source: string): TemplateFault {
  const [, line, rest] = /\[Line (\d+)(?:, Column \d+)?\]\s*(.*)$/s.exec(error.message) ?? [];
  const last = source.trimEnd().split('\n').length;
  const message = (rest ?? error.message).replace(/^\(.*?\)\s*/, '').trim();
  return { message, line: line === undefined ? last : Number(line) };
}

/** The first mistake that a text has as a template, if any. */
export function findTemplateFault(source: string): TemplateFault | undefined {
  try {
    // Compiling sees what parsing does not.
    compileTemplate('template', source);
  } catch (error) {
    return syntaxFault(error as Error, source);
  }
  for (const node of nodesBelow(parse(source))) {
    const message = complaintAbout(node);
    if (message !== undefined) return { message, line: node.lineno + 1 };
  }
  return undefined;
}

/**
 * Lines, from 1, where a template uses a name.
 * @param name as a message spells it: members with a dot before.
 */
export function linesWithName(source: string, name: string): number[] {
  const [type, value] = name.startsWith('.') ? ['Literal', name.slice(1)] : ['Symbol', name];
  const found = [...nodesBelow(parse(source))].filter((node) => node.typename === type && String(node.value) === value);
  return [...new Set(found.map(({ lineno }) => lineno + 1))];
}
