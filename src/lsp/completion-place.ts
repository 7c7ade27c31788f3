import { type Document, isMap, isScalar, isSeq } from 'yaml';
import type { Range } from '../diagnostics/span.ts';
import type { DataPath } from '../topology/plain.ts';
import { keyOf, parseOnce } from './tolerant-yaml.ts';

/** What can be typed at a place. */
export interface CompletionPlace {
  /** Path of the map that a key is for, or of the value. */
  readonly path: DataPath;
  readonly on: 'key' | 'value';
  /** Keys that the map has beside. */
  readonly siblings: readonly string[];
  /** The word that is there, to be replaced. */
  readonly replaced: Range;
  /** A colon follows already. */
  readonly hasColon: boolean;
  /** In brackets or braces. */
  readonly isFlow: boolean;
}

/** Stands in the text where the cursor is, so that the parser says what would be there. */
const marker = 'heddleCursorStandsHere';
const wordBefore = /[\w./-]*$/;
const wordAfter = /^[\w./-]*/;

/**
 * What can be typed at an offset. A word is put there, first as a key, then as a value, then as one in front of others in
 * brackets, and looked for in what the parser makes of the text: so it needs no sound YAML around it.
 */
export function completionPlaceAt(text: string, offset: number): CompletionPlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = wordBefore.exec(text.slice(lineStart, offset))?.[0] ?? '';
  const after = wordAfter.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  // A hyphen before a space is a list's.
  const word = before.replace(/^-+$/, '');
  const replaced = { start: offset - word.length, end: offset + after.length };
  const hasColon = /^[ \t]*:/.test(text.slice(replaced.end, replaced.end + 80));
  const put = (inserted: string) => text.slice(0, replaced.start) + inserted + text.slice(replaced.end);
  const isAtStart = /^[ \t]*(?:-[ \t]+)*$/.test(text.slice(lineStart, replaced.start));
  const forms = [...(isAtStart && !hasColon ? [`${marker}: `] : []), marker, `${marker}, `];
  for (const inserted of forms) {
    const found = findMarker(parseOnce(put(inserted)));
    if (found) return { ...found, replaced, hasColon };
  }
  return undefined;
}

type Found = Pick<CompletionPlace, 'path' | 'on' | 'siblings' | 'isFlow'>;

function findMarker(document: Document): Found | undefined {
  return search(document.contents, [], false);
}

function search(node: unknown, path: DataPath, isFlow: boolean): Found | undefined {
  if (isScalar(node)) return node.value === marker ? { path, on: 'value', siblings: [], isFlow } : undefined;
  if (isSeq(node)) {
    for (const [at, item] of node.items.entries()) {
      const found = search(item, [...path, at], isFlow || node.flow === true);
      if (found) return found;
    }
  }
  if (isMap(node)) {
    const flow = isFlow || node.flow === true;
    for (const pair of node.items) {
      const key = keyOf(pair);
      if (key === undefined) continue;
      if (key === marker) {
        const siblings = node.items.flatMap((other) => (other === pair ? [] : (keyOf(other) ?? [])));
        return { path, on: 'key', siblings, isFlow: flow };
      }
      const found = search(pair.value, [...path, key], flow);
      if (found) return found;
    }
  }
  return undefined;
}
