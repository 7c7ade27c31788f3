import { type Document, type Node, type Pair, type YAMLMap, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Range } from '../diagnostics/span.ts';
import type { DataPath } from '../topology/plain.ts';

let last: { readonly text: string; readonly document: Document } | undefined;

/** The document of a text as far as it is YAML: half-typed files are the normal case. The last one is kept. */
export function tolerantDocument(text: string): Document {
  if (last?.text !== text) last = { text, document: parse(text) };
  return last.document;
}

function parse(text: string): Document {
  return parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
}

/** The same, for a text that is looked at once. */
export const parseOnce: (text: string) => Document = parse;

/** Text of a key; undefined for one that is no word. */
export function keyOf(pair: Pair): string | undefined {
  const { key } = pair;
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** Where a node stands, without the white space after it. */
export function rangeOfNode(node: unknown): Range | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: Math.max(range[0], range[1]) } : undefined;
}

/** A key or a value of a document. */
export interface YamlPlace {
  /** Steps to the value, or to the value of the key. */
  readonly path: DataPath;
  readonly on: 'key' | 'value';
  readonly range: Range;
  /** Text of the key, or of a value that is no list or map. */
  readonly word?: string;
}

const holds = (range: Range | undefined, offset: number): range is Range =>
  range !== undefined && range.start <= offset && offset <= range.end;

/** The innermost key or value at an offset. */
export function placeAt(text: string, offset: number): YamlPlace | undefined {
  return placeIn(tolerantDocument(text).contents, offset, []);
}

function placeIn(node: unknown, offset: number, path: DataPath): YamlPlace | undefined {
  const range = rangeOfNode(node);
  if (isMap(node)) return placeInMap(node, offset, path);
  if (isSeq(node)) {
    const at = node.items.findIndex((item) => holds(isPair(item) ? undefined : rangeOfNode(item), offset));
    return at === -1 ? undefined : placeIn(node.items[at], offset, [...path, at]);
  }
  if (!isScalar(node) || !holds(range, offset)) return undefined;
  return { path, on: 'value', range, word: String(node.source ?? node.value) };
}

function placeInMap(map: YAMLMap, offset: number, path: DataPath): YamlPlace | undefined {
  for (const pair of map.items) {
    const key = keyOf(pair);
    if (key === undefined) continue;
    const range = rangeOfNode(pair.key);
    if (holds(range, offset)) return { path: [...path, key], on: 'key', range, word: key };
    if (holds(rangeOfNode(pair.value), offset)) return placeIn(pair.value, offset, [...path, key]);
  }
  return undefined;
}

/** Keys of the map at a path, as far as they are words. */
export function keysAt(text: string, path: DataPath): string[] {
  const node = path.length === 0 ? tolerantDocument(text).contents : tolerantDocument(text).getIn(path, true);
  return isMap(node) ? node.items.flatMap((pair) => keyOf(pair) ?? []) : [];
}
