import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { complaintsOf } from './complaints.ts';
import { type PlainMap, isMap } from '../plain.ts';
import { requiredProperties } from '../problems/shape.ts';
import { repair } from './repair.ts';
import { topologySchema } from '../schema/schema.ts';
import type { SpanIndex } from '../span-index.ts';
import type { TopologyData } from '../topology.gen.ts';
import { validator } from './validator.ts';

export interface Shape {
  /** Present when the data, after repair, is a topology. */
  readonly data?: TopologyData;
  readonly dropped: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A repair may bring to light what a wrong key hid, a level at a time; a schema has fewer levels than this. */
const mostRounds = 20;

/**
 * Holds data against the schema, fills in the defaults, and takes out what is wrong so that later stages can
 * look at the rest.
 * @param isWhole false when a part of the data could not be read: then nothing is reported as missing.
 */
export function checkShape(root: PlainMap, spans: SpanIndex, isWhole: boolean): Shape {
  const validate = validator();
  const diagnostics: Diagnostic[] = [];
  const dropped = new Set<string>();
  const shortened = new Set<object>();
  const reported = new Set<string>();
  let isPossible = true;
  for (let round = 0; !validate(root); round++) {
    if (round === mostRounds) throw new Error('the repair of the topology does not come to an end');
    const complaints = complaintsOf(validate.errors ?? [], root, spans);
    for (const { diagnostic, about, shortList } of complaints) {
      if (shortList && shortened.has(shortList)) continue;
      if (!isWhole && diagnostic.code === requiredProperties.code) continue;
      const { code, span } = diagnostic;
      const key = [code, span.file.path, span.start, span.end, about].join(' ');
      if (reported.has(key)) continue;
      reported.add(key);
      diagnostics.push(diagnostic);
    }
    const done = repair(root, complaints, topologySchema, spans);
    for (const name of done.dropped) dropped.add(name);
    for (const list of done.shortened) shortened.add(list);
    if (!done.isPossible) {
      isPossible = false;
      break;
    }
  }
  // Without a rack of the file's many, all that is left would be reported as useless.
  const hasLostRacks = Array.isArray(root.racks) && root.racks.length === 0 && shortened.has(root.racks);
  if (!isPossible || !isWhole || hasLostRacks) return { dropped, diagnostics };
  placeDefaults(root, spans);
  return { data: root as unknown as TopologyData, dropped, diagnostics };
}

/** Maps that a default made stand where what holds them stands. */
function placeDefaults(holder: object, spans: SpanIndex): void {
  for (const [key, value] of Object.entries(holder) as [string, unknown][]) {
    if (typeof value !== 'object' || value === null) continue;
    if (!spans.hasObject(value)) {
      spans.addObject(value, spans.of(holder, key));
      if (isMap(value)) Object.setPrototypeOf(value, null);
    }
    placeDefaults(value, spans);
  }
}
