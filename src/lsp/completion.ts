import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findPlatform } from '../platforms/index.ts';
import type { Schema } from '../topology/schema/common.ts';
import type { Analysis } from './analysis.ts';
import { type CompletionPlace, completionPlaceAt } from './completion-place.ts';
import { schemaWords } from './hover.ts';
import type { Knowledge } from './knowledge.ts';
import { type NameKind, namesOf, referredAt } from './references.ts';
import { patternOf, propertiesOf, schemaAt, typesOf, valuesOf } from './schema-at.ts';
import { keysAt } from './tolerant-yaml.ts';

/** A name or a value that can be typed. */
interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** What is typed, where it is not the label. */
  readonly text?: string;
  /** What must be there comes first. */
  readonly isFirst?: boolean;
}

const isCollection = (schema: Schema): boolean => typesOf(schema).some((type) => type === 'object' || type === 'array');
const isScalar = (schema: Schema): boolean => typesOf(schema).some((type) => type !== 'object' && type !== 'array');

/** What follows a key: a list or a map of some size begins in a line of its own. */
function afterKey(schema: Schema, { hasColon, isFlow }: CompletionPlace): string {
  if (hasColon) return '';
  return isCollection(schema) && !isScalar(schema) && !isFlow ? ':' : ': ';
}

/** Names that can stand for something at a place: those of the last sound state, and those of the text. */
function names(kinds: readonly NameKind[], text: string, analyses: readonly Analysis[]): Offer[] {
  const sections: Partial<Record<NameKind, string>> = { network: 'networks', vrf: 'vrfs', service: 'anycast' };
  return kinds.flatMap((kind) => {
    const section = sections[kind];
    const known = analyses.flatMap(({ whole }) => (whole ? namesOf(whole, kind) : []));
    const typed = section === undefined ? [] : keysAt(text, [section]);
    return [...new Set([...known, ...typed])].map((label) => ({
      label,
      kind: CompletionItemKind.Reference,
      detail: kind,
    }));
  });
}

function keyOffers(schema: Schema, place: CompletionPlace, user: readonly Offer[]): Offer[] {
  const required = (schema['required'] as readonly string[] | undefined) ?? [];
  const entry = schema['additionalProperties'];
  const entrySchema = typeof entry === 'object' && entry !== null ? (entry as Schema) : undefined;
  return [
    ...Object.entries(propertiesOf(schema)).map(([label, property]) => ({
      label,
      kind: CompletionItemKind.Property,
      detail: required.includes(label) ? 'required' : '',
      documentation: schemaWords(property),
      text: label + afterKey(property, place),
      isFirst: required.includes(label),
    })),
    ...(entrySchema ? user : []).map((offer) => ({ ...offer, text: offer.label + afterKey(entrySchema!, place) })),
  ].filter(({ label }) => !place.siblings.includes(label));
}

function valueOffers(schema: Schema): Offer[] {
  const values = valuesOf(schema);
  const fallback = schema['default'];
  const hasFallback = fallback !== undefined && typeof fallback !== 'object';
  const all = hasFallback && !values.includes(String(fallback)) ? [String(fallback), ...values] : values;
  return all.map((label) => {
    const platform = findPlatform(label);
    const isDefault = hasFallback && String(fallback) === label;
    const detail = platform ? `${platform.vendor} ${platform.model}` : isDefault ? 'default' : undefined;
    return { label, kind: CompletionItemKind.Value, isFirst: isDefault, ...(detail === undefined ? {} : { detail }) };
  });
}

/** Names of operating systems and designs, which are keys in some maps. */
function keyNames(pattern: string, schema: Schema): Offer[] {
  const last = pattern.split('.').at(-1);
  const property = last === 'extra' ? ['fabric', 'leafs', 'os'] : last === 'designs' ? ['design'] : undefined;
  const named = property && schemaAt(schema, property);
  return named ? valuesOf(named).map((label) => ({ label, kind: CompletionItemKind.Value })) : [];
}

function offersAt(text: string, place: CompletionPlace, analyses: readonly Analysis[], root: Schema): Offer[] {
  const schema = schemaAt(root, place.path);
  if (!schema) return [];
  const pattern = patternOf(root, place.path) ?? '';
  if (place.on === 'key' && (typesOf(schema).includes('object') || place.path.length === 0)) {
    const user = pattern === '' ? [] : names(referredAt(`${pattern}.*`, 'key'), text, analyses);
    return keyOffers(schema, place, [...user, ...keyNames(pattern, root)]);
  }
  const nameOffers = (at: string, { examples, ...exact }: Schema) => {
    const known = names(referredAt(at, 'value'), text, analyses);
    // Where there are names, examples of names are none.
    return [...known, ...valueOffers(known.length > 0 || !examples ? exact : { ...exact, examples })];
  };
  if (isScalar(schema)) return nameOffers(pattern, schema);
  const items = schema['items'] as Schema | undefined;
  if (place.on !== 'value' || !items || !isScalar(items)) return [];
  return nameOffers(`${pattern}.*`, items).map((offer) => ({ ...offer, text: `[${offer.label}]` }));
}

/** Names of rules, after the words that suppress one. */
function ruleOffers(
  line: string,
  offset: number,
  { explanations }: Knowledge,
): { word: string; offers: Offer[] } | undefined {
  const word = /#\s*heddle-ignore\s+([\w-]*)$/.exec(line.slice(0, offset))?.[1];
  if (word === undefined) return undefined;
  const offers = explanations
    .filter(({ severity }) => severity !== 'error')
    .map(({ name, code, summary }) => ({
      label: name,
      kind: CompletionItemKind.Value,
      detail: code,
      documentation: summary,
      text: `${name}: `,
    }));
  return { word, offers };
}

/** What can be typed at an offset. */
export function completionsAt(
  document: TextDocument,
  offset: number,
  analyses: readonly Analysis[],
  knowledge: Knowledge,
): CompletionItem[] {
  const text = document.getText();
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const rules = ruleOffers(text.slice(lineStart, offset), offset - lineStart, knowledge);
  const place = rules ? undefined : completionPlaceAt(text, offset);
  const offers = rules?.offers ?? (place ? offersAt(text, place, analyses, knowledge.schema) : []);
  const replaced = place?.replaced ?? { start: offset - (rules?.word.length ?? 0), end: offset };
  const range = { start: document.positionAt(replaced.start), end: document.positionAt(replaced.end) };
  const seen = new Set<string>();
  return offers.flatMap(({ label, kind, detail, documentation, text: typed, isFirst }, index) => {
    if (seen.has(label)) return [];
    seen.add(label);
    return {
      label,
      kind,
      sortText: `${isFirst ? 0 : 1}${String(index).padStart(4, '0')}`,
      textEdit: { range, newText: typed ?? label },
      ...(detail ? { detail } : {}),
      ...(documentation ? { documentation: { kind: 'markdown' as const, value: documentation } } : {}),
    };
  });
}
