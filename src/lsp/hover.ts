import type { Hover } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { resolve } from 'node:path';
import type { Span } from '../diagnostics/span.ts';
import { findPlatform } from '../platforms/index.ts';
import type { Schema } from '../topology/schema/common.ts';
import type { Analysis, Whole } from './analysis.ts';
import type { Knowledge } from './knowledge.ts';
import { pathOf, shownRange } from './places.ts';
import { describeDevice, describeNames, describeNetwork, describeRack } from './plan-words.ts';
import { nameIn, namedAt } from './references.ts';
import { patternOf, schemaAt, textOf, typesOf } from './schema-at.ts';
import { type YamlPlace, placeAt } from './tolerant-yaml.ts';

/** Most allowed values that are listed. */
const mostValues = 40;

const code = (value: unknown): string => `\`${String(value).replaceAll('`', "'")}\``;

/** What the schema says of a property. */
export function schemaWords(schema: Schema): string {
  const types = typesOf(schema).map((type) => ({ object: 'map', array: 'list', string: 'text' })[type] ?? type);
  const values = schema['enum'] as readonly unknown[] | undefined;
  const { default: fallback, minimum, maximum } = schema;
  const facts = [
    types.length > 0 ? `Type: ${types.join(' or ')}` : '',
    minimum !== undefined && maximum !== undefined ? `from ${String(minimum)} to ${String(maximum)}` : '',
    fallback !== undefined && typeof fallback !== 'object' ? `default ${code(fallback)}` : '',
  ].filter((fact) => fact !== '');
  return [
    textOf(schema, 'description') ?? '',
    facts.join('; '),
    values ? `One of ${values.slice(0, mostValues).map(code).join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What the plan gave to the names that a text of the file makes. */
function madeNames(whole: Whole, path: string, { start, end }: YamlPlace['range']): string | undefined {
  const { fabric, plan } = whole;
  const namesAt = <Item extends { readonly name: string; readonly span: Span }>(items: readonly Item[]) =>
    items
      .filter(({ span }) => span.start >= start && span.end <= end && resolve(span.file.path) === path)
      .map(({ name }) => name);
  const racks = namesAt(fabric.racks);
  if (racks.length > 0) return describeNames('racks', racks, (name) => describeRack(plan, name));
  const device = (name: string) => describeDevice(plan, name);
  return (
    describeNames('switches', namesAt(fabric.switches), device) ??
    describeNames('servers', namesAt(fabric.servers), device)
  );
}

function leafNames({ fabric, plan }: Whole): string | undefined {
  const leafs = fabric.switches.filter(({ role }) => role === 'leaf').map(({ name }) => name);
  return describeNames('leafs', leafs, (name) => describeDevice(plan, name));
}

/** What a name refers to, and what that was given. */
function planWords(whole: Whole, path: string, pattern: string, place: YamlPlace): string | undefined {
  const { plan } = whole;
  if (place.word === undefined) return undefined;
  const name = nameIn(place.word);
  for (const kind of namedAt(pattern, place.on)) {
    const words =
      kind === 'network'
        ? describeNetwork(plan, name)
        : kind === 'switch' || kind === 'server'
          ? describeDevice(plan, name)
          : undefined;
    if (words !== undefined) return words;
  }
  if (place.on === 'key') return undefined;
  if (pattern === 'fabric.leafs.name') return leafNames(whole);
  return madeNames(whole, path, place.range);
}

function platformWords(schema: Schema, word: string): string | undefined {
  const platform = (schema['examples'] as readonly unknown[] | undefined)?.includes(word)
    ? findPlatform(word)
    : undefined;
  if (!platform) return undefined;
  const ports = platform.ports.map(
    ({ first, last, connector, speeds }) => `- ports ${first} to ${last}: ${connector}, ${speeds.join(', ')} Gbit/s`,
  );
  return [`**${platform.vendor} ${platform.model}**`, ports.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** What is wrong at a place, and why it matters. */
function rulesAt(
  document: TextDocument,
  offset: number,
  analyses: readonly Analysis[],
  knowledge: Knowledge,
): string[] {
  const path = pathOf(document.uri);
  const words = new Set<string>();
  for (const { span, code: found } of analyses.flatMap(({ diagnostics }) => diagnostics)) {
    if (resolve(span.file.path) !== path) continue;
    const { start, end } = shownRange(span);
    if (offset < document.offsetAt(start) || offset > document.offsetAt(end)) continue;
    const explanation = knowledge.explanations.find((one) => one.code === found);
    if (!explanation) continue;
    const { name, summary, why, source } = explanation;
    words.add([`**${found} ${name}**: ${summary}`, why, ...(source === undefined ? [] : [`*${source}*`])].join('\n\n'));
  }
  return [...words];
}

/** What there is to say of a place: what is wrong with it, what the plan gave it, what the schema says of it. */
export function hoverAt(
  document: TextDocument,
  offset: number,
  analyses: readonly Analysis[],
  knowledge: Knowledge,
): Hover | undefined {
  const parts = rulesAt(document, offset, analyses, knowledge);
  const place = placeAt(document.getText(), offset);
  const path = pathOf(document.uri);
  const schema = place && schemaAt(knowledge.schema, place.path);
  if (place && schema) {
    const pattern = patternOf(knowledge.schema, place.path) ?? '';
    const known = analyses.flatMap(({ whole }) => whole ?? []);
    const planned = path === undefined ? [] : known.map((one) => planWords(one, path, pattern, place));
    parts.push(...new Set(planned.filter((words) => words !== undefined)));
    const platform = place.on === 'value' ? platformWords(schema, place.word ?? '') : undefined;
    if (platform !== undefined) parts.push(platform);
    parts.push(schemaWords(schema));
  }
  const value = parts.filter((part) => part !== '').join('\n\n---\n\n');
  if (value === '') return undefined;
  const range = place && { start: document.positionAt(place.range.start), end: document.positionAt(place.range.end) };
  return { contents: { kind: 'markdown', value }, ...(range ? { range } : {}) };
}
