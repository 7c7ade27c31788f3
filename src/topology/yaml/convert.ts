import { type Alias, type Document, type ParsedNode, type YAMLMap, isAlias, isMap, isScalar } from 'yaml';
import { type Diagnostic, type Problem, type Related, diagnose } from '../../diagnostics/diagnostic.ts';
import { removeEntry } from '../../diagnostics/edits.ts';
import type { SourceFile, Span } from '../../diagnostics/span.ts';
import { type Plain, type PlainList, type PlainMap, emptyMap } from '../plain.ts';
import {
  boundedAliases,
  keysAreWords,
  knownAlias,
  mergeOfMaps,
  noDuplicateKey,
  noRecursiveAlias,
  plainTags,
} from '../problems/yaml.ts';
import type { SpanIndex } from '../span-index.ts';
import { quoted } from '../words.ts';
import { type Aliases, resolveAliases } from './aliases.ts';

/** Most values that the aliases of a file may stand for. */
const mostAliasedValues = 100_000;

export interface Converted {
  /** Absent when the file's aliases or tags leave no data to go on with. */
  readonly data?: Plain;
  readonly diagnostics: readonly Diagnostic[];
}

type Item = ParsedNode | null;

const plainTagNames = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

/** Makes plain data of a document, every use of an alias a copy of its own, and notes where each value stands. */
class Conversion {
  readonly diagnostics: Diagnostic[] = [];
  hasData = true;
  readonly #file: SourceFile;
  readonly #spans: SpanIndex;
  readonly #aliases: Aliases;
  readonly #seen = new Set<ParsedNode>();
  /** The alias being followed that stands in the text itself: what it costs is shown there. */
  #outermost: Alias | undefined;
  #aliasedValues = 0;
  #isSpent = false;

  constructor(document: Document.Parsed, file: SourceFile, spans: SpanIndex) {
    this.#file = file;
    this.#spans = spans;
    this.#aliases = resolveAliases(document);
    for (const alias of this.#aliases.unknown) this.#fail(knownAlias, { name: alias.source }, alias);
    for (const alias of this.#aliases.recursive) this.#fail(noRecursiveAlias, { name: alias.source }, alias);
  }

  value(node: Item): Plain {
    if (this.#isSpent || node === null) return null;
    if (isAlias(node)) return this.#aliased(node);
    if (this.#outermost && !this.#affordable(node)) return null;
    this.#checkTag(node);
    if (isScalar(node)) {
      const { value, source } = node;
      return value === null || ['string', 'number', 'boolean'].includes(typeof value) ? (value as Plain) : source;
    }
    return isMap(node) ? this.#map(node) : this.#list(node);
  }

  #spanOf(node: { readonly range?: readonly number[] | null | undefined }): Span {
    const start = node.range?.[0] ?? 0;
    return { file: this.#file, start, end: Math.max(start, node.range?.[1] ?? start) };
  }

  #report<Data>(problem: Problem<Data>, data: Data, span: Span, related: readonly Related[] = []): void {
    this.diagnostics.push(diagnose(problem, data, span, related));
  }

  #fail<Data>(problem: Problem<Data>, data: Data, node: Alias | ParsedNode): void {
    this.#report(problem, data, this.#spanOf(node));
    this.hasData = false;
  }

  #aliased(alias: Alias): Plain {
    const target = this.#aliases.targets.get(alias);
    if (!target) return null;
    if (this.#outermost) return this.value(target);
    this.#outermost = alias;
    const value = this.value(target);
    this.#outermost = undefined;
    return value;
  }

  #affordable(node: ParsedNode): boolean {
    this.#aliasedValues++;
    if (this.#aliasedValues <= mostAliasedValues) return true;
    this.#isSpent = true;
    this.#fail(
      boundedAliases,
      { reason: `The aliases of this file stand for more than ${mostAliasedValues} values` },
      this.#outermost ?? node,
    );
    return false;
  }

  #checkTag(node: ParsedNode): void {
    if (node.tag === undefined || plainTagNames.has(node.tag) || this.#outermost) return;
    this.#report(plainTags, { tag: node.tag.replace('tag:yaml.org,2002:', '!!') }, this.#spanOf(node));
    this.hasData = false;
  }

  #list(node: ParsedNode & { readonly items: readonly unknown[] }): PlainList {
    const list: PlainList = [];
    const self = this.#spanOf(node);
    this.#spans.addObject(list, self);
    for (const item of node.items as Item[]) {
      const at = list.push(this.value(item)) - 1;
      this.#spans.addValue(list, at, item ? this.#spanOf(item) : self);
    }
    return list;
  }

  #map(node: YAMLMap.Parsed): PlainMap {
    const map = emptyMap();
    this.#spans.addObject(map, this.#spanOf(node));
    const keys = new Map<string, { readonly span: Span; readonly value: Item }>();
    const merged: Item[] = [];
    // Keys of an aliased map were judged where the map stands.
    const isFirstTime = !this.#seen.has(node);
    this.#seen.add(node);
    for (const { key, value } of node.items) {
      const keySpan = this.#spanOf(key);
      const word = this.#word(key);
      if (word === undefined) {
        if (isFirstTime) this.#report(keysAreWords, { found: isMap(key) ? 'a map' : 'a list' }, keySpan);
        continue;
      }
      const first = keys.get(word);
      if (first) {
        const related = [{ message: 'It stands here first', span: first.span }];
        const isSame = isScalar(value) && isScalar(first.value) && value.source === first.value.source;
        const removal = isSame ? removeEntry(keySpan, this.#spanOf(value)) : undefined;
        if (isFirstTime) this.#report(noDuplicateKey, { key: quoted(word), removal }, keySpan, related);
        continue;
      }
      keys.set(word, { span: keySpan, value });
      if (word === '<<' && isScalar(key) && key.type === 'PLAIN') merged.push(value);
      else this.#set(map, word, this.value(value), this.#valueSpan(value, keySpan), keySpan);
    }
    for (const source of merged) this.#merge(map, source, isFirstTime, keys.get('<<')?.span ?? this.#spanOf(node));
    return map;
  }

  /** The keys of the maps given to `<<`, as far as the map has none of its own. */
  #merge(map: PlainMap, source: Item, isFirstTime: boolean, keySpan: Span): void {
    const given = this.value(source);
    if (this.#isSpent) return;
    for (const base of Array.isArray(given) ? given : [given]) {
      if (typeof base === 'object' && base !== null && !Array.isArray(base)) {
        for (const key of Object.keys(base)) {
          if (Object.hasOwn(map, key)) continue;
          this.#set(map, key, base[key]!, this.#spans.of(base, key), this.#spans.ofKey(base, key));
        }
      } else if (isFirstTime && (base !== null || this.hasData)) {
        // Nothing may be what an unknown alias left.
        this.#report(mergeOfMaps, { given: base }, this.#valueSpan(source, keySpan));
      }
    }
  }

  #set(map: PlainMap, key: string, value: Plain, span: Span, keySpan: Span): void {
    // An assignment to `__proto__` sets nothing on a map without prototype but stays ordinary data.
    map[key] = value;
    this.#spans.addValue(map, key, span, keySpan);
  }

  /** A value that is not there is shown at its key. */
  #valueSpan(value: Item, keySpan: Span): Span {
    if (value === null) return keySpan;
    const span = this.#spanOf(value);
    return span.end > span.start ? span : keySpan;
  }

  #word(key: Item): string | undefined {
    const node = isAlias(key) ? this.#aliases.targets.get(key) : key;
    if (node === null || node === undefined) return '';
    if (!isScalar(node)) return undefined;
    return typeof node.value === 'string' ? node.value : node.source;
  }
}

/** Converts a parsed document. */
export function convertDocument(document: Document.Parsed, file: SourceFile, spans: SpanIndex): Converted {
  const conversion = new Conversion(document, file, spans);
  const data = conversion.value(document.contents as Item);
  const { diagnostics } = conversion;
  return conversion.hasData ? { data, diagnostics } : { diagnostics };
}
