import type { Location } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { resolve } from 'node:path';
import type { Analysis } from './analysis.ts';
import type { Knowledge } from './knowledge.ts';
import { type UriOf, pathOf, rangeOf } from './places.ts';
import { definitionOf, includedPath, nameIn, referredAt } from './references.ts';
import { patternOf } from './schema-at.ts';
import { placeAt } from './tolerant-yaml.ts';

const start = { line: 0, character: 0 };

/** Where that is defined which a name at an offset refers to. */
export function definitionsAt(
  document: TextDocument,
  offset: number,
  analyses: readonly Analysis[],
  { schema }: Knowledge,
  uri: UriOf,
): Location[] {
  const place = placeAt(document.getText(), offset);
  const path = pathOf(document.uri);
  if (place?.word === undefined || path === undefined) return [];
  const found = new Map<string, Location>();
  const kinds = referredAt(patternOf(schema, place.path) ?? '', place.on);
  for (const { files, whole } of analyses) {
    for (const kind of kinds) {
      if (kind === 'file') {
        const included = includedPath(path, place.word);
        if (files.has(included)) found.set(included, { uri: uri(included), range: { start, end: start } });
        continue;
      }
      const span = whole && definitionOf(whole, kind, nameIn(place.word));
      if (!span) continue;
      const key = `${span.file.path} ${span.start}`;
      found.set(key, { uri: uri(resolve(span.file.path)), range: rangeOf(span) });
    }
  }
  return [...found.values()];
}
