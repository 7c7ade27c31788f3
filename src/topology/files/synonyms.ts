import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { removeEntry } from '../../diagnostics/edits.ts';
import { type PlainMap, isMap } from '../plain.ts';
import { oneWordForLeafs } from '../problems/shape.ts';
import type { SpanIndex } from '../span-index.ts';

const synonyms = ['tors', 'tor'] as const;

/** Writes the other words for `leafs` as `leafs`, in one map. */
function rename(holder: unknown, spans: SpanIndex, diagnostics: Diagnostic[]): void {
  if (!isMap(holder)) return;
  for (const word of synonyms) {
    if (!Object.hasOwn(holder, word)) continue;
    const keySpan = spans.ofKey(holder, word);
    if (Object.hasOwn(holder, 'leafs')) {
      const related = [{ message: 'The leafs are also given here', span: spans.ofKey(holder, 'leafs') }];
      const isSame = typeof holder[word] !== 'object' && holder[word] === holder['leafs'];
      const removal = isSame ? removeEntry(keySpan, spans.of(holder, word)) : undefined;
      diagnostics.push(diagnose(oneWordForLeafs, { word, removal }, keySpan, related));
    } else {
      holder.leafs = holder[word]!;
      spans.addValue(holder, 'leafs', spans.of(holder, word), keySpan);
    }
    delete holder[word];
  }
}

/** `tor` and `tors` are accepted wherever the schema says `leafs`; the data after this says `leafs` alone. */
export function applySynonyms(data: PlainMap, spans: SpanIndex): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const part of [data, ...(isMap(data.designs) ? Object.values(data.designs) : [])]) {
    if (!isMap(part)) continue;
    rename(part.fabric, spans, diagnostics);
    if (Array.isArray(part.racks)) for (const rack of part.racks) rename(rack, spans, diagnostics);
  }
  return diagnostics;
}
