import { layOver } from './merge.ts';
import { type PlainMap, emptyMap, isMap } from '../plain.ts';
import { notOfDesigns } from '../schema/designs.ts';
import { topologySchema } from '../schema/schema.ts';
import type { SpanIndex } from '../span-index.ts';

/** Design of a file that does not say: the schema's default. */
function usualDesign(): unknown {
  return (topologySchema['properties'] as Record<string, { readonly default?: unknown }>)['design']?.default;
}

/**
 * Lays what the file says of one design over the rest of it. In `designs` stays what is no matter of a design,
 * for the schema to refuse.
 * @param design in place of the file's own.
 */
export function applyDesign(data: PlainMap, design: string | undefined, spans: SpanIndex): void {
  const name = design ?? data['design'] ?? usualDesign();
  const { designs } = data;
  if (typeof name !== 'string' || !isMap(designs) || !Object.hasOwn(designs, name)) return;
  const section = designs[name];
  if (!isMap(section)) return;
  const taken = emptyMap();
  spans.addObject(taken, spans.of(designs, name));
  for (const key of Object.keys(section)) {
    if (notOfDesigns.includes(key)) continue;
    taken[key] = section[key]!;
    spans.addValue(taken, key, spans.of(section, key), spans.ofKey(section, key));
    delete section[key];
  }
  layOver(data, taken, spans);
}
