import type { Complaint } from './complaints.ts';
import { type DataPath, type Plain, type PlainMap, isMap, pathText, valueAt } from '../plain.ts';
import type { Schema } from '../schema/common.ts';
import { type Step, walkSchema } from './schema-walk.ts';
import type { SpanIndex } from '../span-index.ts';

/**
 * Optional properties that decide what is built: a default in their place would bring forth mistakes that
 * the file does not have, so that what holds them goes with them.
 */
const structural = new Set([
  'zones',
  'pods',
  'zone',
  'pod',
  'superspines',
  'leafs',
  'ports',
  'bond',
  'networks',
  'perRack',
  'nics.count',
  'absent',
]);

/** Lists that mean nothing when an item is missing from them. */
const indivisible = new Set(['ports', 'names', 'macs']);

/** Values for what the file must have and can be judged without: nothing is built from them. */
const standIns = new Map<string, Plain>([
  ['name', 'unnamed'],
  ['fabric.asn', 64512],
]);

/** What must go so that the value at a path goes: the path cut short, or nothing if the file cannot do without. */
function culprit(steps: readonly Step[], path: DataPath): DataPath | undefined {
  for (let length = steps.length; length > 0; length--) {
    const { kind, key, isRequired } = steps[length - 1]!;
    const outer = steps[length - 2]?.key;
    const goes =
      kind === 'property'
        ? !isRequired && !structural.has(String(key)) && !structural.has(`${String(outer)}.${String(key)}`)
        : kind === 'entry' || !steps.slice(0, length - 1).some((step) => indivisible.has(String(step.key)));
    if (goes) return path.slice(0, length);
  }
  return undefined;
}

/** Names that others may refer to, of a thing that is dropped. */
function namesOf(value: Plain | undefined, step: Step, key: string | number): string[] {
  if (step.kind === 'entry') return [String(key)];
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (!isMap(value)) return [];
  const own = typeof value.name === 'string' || typeof value.name === 'number' ? [String(value.name)] : [];
  const inner = Array.isArray(value.servers) ? value.servers.flatMap((group) => namesOf(group, step, 0)) : [];
  return [...own, ...inner];
}

export interface Repair {
  /** False when the file cannot do without something that is wrong. */
  readonly isPossible: boolean;
  /** Names of what was dropped. */
  readonly dropped: readonly string[];
  /** Lists from which items were dropped. */
  readonly shortened: ReadonlySet<object>;
}

/** Takes out of the data what the complaints are about, as little as can be. */
export function repair(root: PlainMap, complaints: readonly Complaint[], schema: Schema, spans: SpanIndex): Repair {
  const dropped: string[] = [];
  const items = new Map<Plain[], Set<number>>();
  let isPossible = true;
  // Renaming comes last, since paths say the old names.
  const edits: (() => void)[] = [];
  for (const { remedy } of complaints) {
    if (remedy.kind === 'delete') edits.push(() => delete remedy.holder[remedy.key]);
    else if (remedy.kind === 'rename') {
      const { holder, from, to } = remedy;
      edits.push(() => rename(holder, from, to, spans));
    } else {
      const standIn = standIns.get(pathText(remedy.path));
      const holder = valueAt(root, remedy.path.slice(0, -1));
      if (standIn !== undefined && isMap(holder)) {
        edits.push(() => (holder[String(remedy.path.at(-1))] = standIn));
        continue;
      }
      const steps = walkSchema(schema, remedy.path);
      const path = culprit(steps, remedy.path);
      if (!path) {
        isPossible = false;
        continue;
      }
      const key = path.at(-1)!;
      const step = steps[path.length - 1]!;
      if (step.kind !== 'property') dropped.push(...namesOf(valueAt(root, path), step, key));
      const goesFrom = valueAt(root, path.slice(0, -1));
      if (Array.isArray(goesFrom)) items.set(goesFrom, (items.get(goesFrom) ?? new Set()).add(Number(key)));
      else if (isMap(goesFrom)) edits.push(() => delete goesFrom[key]);
    }
  }
  for (const edit of edits) edit();
  for (const [list, gone] of items) dropItems(list, gone, spans);
  return { isPossible, dropped, shortened: new Set(items.keys()) };
}

function rename(holder: PlainMap, from: string, to: string, spans: SpanIndex): void {
  holder[to] = holder[from]!;
  spans.addValue(holder, to, spans.of(holder, from), spans.ofKey(holder, from));
  delete holder[from];
}

function dropItems(list: Plain[], gone: ReadonlySet<number>, spans: SpanIndex): void {
  const kept = list.map((value, at) => ({ value, span: spans.of(list, at) })).filter((_, at) => !gone.has(at));
  list.length = 0;
  for (const { value, span } of kept) spans.addValue(list, list.push(value) - 1, span);
}
