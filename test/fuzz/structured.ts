import fc from 'fast-check';
import { bases, donors, propertyNames, schemaValues } from './bases.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { nastyValues } from './nasty.ts';
import { type Place, type Sketch, mapsOf, placesOf, scalar, sketchOf, writeSketch } from './sketch.ts';

const sketches = bases.map(sketchOf);
const donated = donors.map(sketchOf).flatMap((sketch) => placesOf(sketch));
/** Values by the key and depth at which they stand somewhere. */
const byKey = new Map<string, Place[]>();
for (const place of donated) {
  const name = `${place.depth} ${place.key}`;
  byKey.set(name, [...(byKey.get(name) ?? []), place]);
}
const values: readonly string[] = [...nastyValues, ...schemaValues];

const mild = ['number', 'same-key', 'remove', 'swap', 'section'] as const;
const rough = ['repeat', 'value', 'type', 'splice', 'rename', 'add', 'alias', 'merge', 'wrap', 'include'] as const;

/** One change: the numbers choose among what is there, so that a shorter list of changes means the same. */
interface Change {
  readonly kind: (typeof mild | typeof rough)[number];
  readonly at: number;
  readonly other: number;
  readonly value: number;
}

const choose = <T>(from: readonly T[], at: number): T | undefined => from[at % from.length];

/** A changed scalar that is nearly the same: of another type, or a number a little off. */
function near(text: string, kind: 'number' | 'type', how: number): string {
  if (kind === 'type') return choose([`"${text}"`, `[${text}]`, `{ ${text}: ~ }`, `'${text}'`, `!!str ${text}`], how)!;
  const digits = [...text.matchAll(/\d+/g)];
  const match = choose(digits, how);
  if (!match) return text;
  const number = Number(match[0]);
  const changed = choose([number + 1, number - 1, number * 2, -number, number * 1000, number / 2, 0], how >> 4)!;
  return text.slice(0, match.index) + changed + text.slice(match.index + match[0].length);
}

const including = [
  '[topology.yaml]',
  '[part.yaml]',
  '[circle.yaml]',
  '[part.yaml, part.yaml, broken.yaml]',
  '[./, ""]',
];

function apply(root: Sketch, { kind, at, other, value }: Change): void {
  const places = placesOf(root);
  const place = choose(places, at);
  const map = choose(mapsOf(root), other);
  if (!place || !map) return;
  const nasty = (): Sketch => scalar(choose(values, value)!);
  const donor = (): Sketch => structuredClone(choose(donated, other)!.value);
  switch (kind) {
    case 'remove':
      return place.remove();
    case 'repeat':
      return place.repeat(1 + (value % 20));
    case 'value':
      return place.replace(nasty());
    case 'number':
    case 'type':
      if (place.value.kind === 'scalar') place.replace(scalar(near(place.value.text, kind, value)));
      return;
    case 'swap': {
      const second = choose(places, other)!;
      const first = structuredClone(place.value);
      place.replace(structuredClone(second.value));
      return second.replace(first);
    }
    case 'splice':
      return place.replace(donor());
    case 'same-key': {
      const like = choose(byKey.get(`${place.depth} ${place.key}`) ?? [], other);
      return like && place.replace(structuredClone(like.value));
    }
    case 'section': {
      const from = choose(
        donated.filter(({ depth, key }) => depth === value % 3 && key !== '-'),
        other,
      )!;
      map.entries.push({ key: from.key, value: structuredClone(from.value) });
      return;
    }
    case 'rename': {
      const entry = choose(map.entries, at);
      if (entry) entry.key = choose(value % 2 === 0 ? propertyNames : nastyValues, value >> 1)!;
      return;
    }
    case 'add':
      map.entries.push({ key: choose(propertyNames, at)!, value: value % 3 === 0 ? donor() : nasty() });
      return;
    case 'alias': {
      const target = choose(places, other)!;
      target.value.mark = '&fuzz';
      return place.replace(scalar('*fuzz'));
    }
    case 'merge':
      place.value.mark = '&fuzz';
      map.entries.push({ key: '<<', value: scalar(choose(['*fuzz', '[*fuzz, *fuzz]', '{ a: 1 }', '~', '1'], value)!) });
      return;
    case 'wrap': {
      const wrapped = choose<Sketch>(
        [
          { kind: 'list', items: [place.value] },
          { kind: 'map', entries: [{ key: place.key, value: place.value }] },
        ],
        value,
      )!;
      return place.replace(wrapped);
    }
    case 'include':
      if (root.kind === 'map') root.entries.push({ key: 'include', value: scalar(choose(including, value)!) });
  }
}

const change: fc.Arbitrary<Change> = fc.record({
  // Those that leave most files sound come more often, so that the later stages see many.
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...rough) },
    { weight: 4, arbitrary: fc.constantFrom(...mild) },
  ),
  at: fc.nat(100_000),
  other: fc.nat(100_000),
  value: fc.nat(100_000),
});

/** A valid file with a few changes to its data, alone or in a file that another includes. */
export const structuredCases: fc.Arbitrary<FuzzCase> = fc
  .record({
    base: fc.nat(bases.length - 1),
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    isIncluded: fc.nat(11).map((n) => n === 11),
  })
  .map(({ base, changes, isIncluded }) => {
    const sketch = structuredClone(sketches[base]!);
    for (const one of changes) apply(sketch, one);
    const text = `${writeSketch(sketch).trimStart()}\n`;
    return isIncluded ? { 'topology.yaml': 'include: [part.yaml]\n', 'part.yaml': text } : { 'topology.yaml': text };
  });
