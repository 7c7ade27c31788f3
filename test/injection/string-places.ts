import type { Schema } from '../../src/topology/schema/common.ts';

/** A step of a schema path: a property, any item of a list, any entry of a map, or the name of an entry. */
type SchemaStep = { readonly property: string } | 'item' | 'entry' | 'key';

type Data = Record<string, unknown> | unknown[];

/** A place in a topology that takes a string. */
export interface Place {
  /** Of the schema: `racks[].servers[].role`; keys end in `.(key)`. */
  readonly property: string;
  /** Of the data. */
  readonly path: readonly (string | number)[];
  readonly isKey: boolean;
  /** What the topology has there; absent where it says nothing. */
  readonly present?: string;
}

function takesStrings({ type }: Schema): boolean {
  return ([] as unknown[]).concat(type).includes('string');
}

function resolve(schema: Schema, root: Schema): Schema {
  if (typeof schema.$ref !== 'string') return schema;
  const target = schema.$ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, key) => (at as Schema)[key], root);
  return { ...(target as Schema), ...schema, $ref: undefined };
}

/** Every way through the schema that ends at a string. */
function* stringPaths(given: Schema, root: Schema): Generator<SchemaStep[]> {
  const schema = resolve(given, root);
  if (takesStrings(schema)) yield [];
  for (const part of ['anyOf', 'oneOf', 'allOf'] as const) {
    for (const one of (schema[part] ?? []) as Schema[]) yield* stringPaths(one, root);
  }
  for (const [property, below] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
    for (const path of stringPaths(below, root)) yield [{ property }, ...path];
  }
  if (schema.items) for (const path of stringPaths(schema.items as Schema, root)) yield ['item', ...path];
  if (typeof schema.additionalProperties === 'object') {
    yield ['key'];
    for (const path of stringPaths(schema.additionalProperties as Schema, root)) yield ['entry', ...path];
  }
}

function spell(steps: readonly SchemaStep[]): string {
  return steps
    .map((step) => {
      if (step === 'item') return '[]';
      if (step === 'entry') return '.*';
      return step === 'key' ? '.(key)' : `.${step.property}`;
    })
    .join('')
    .slice(1);
}

/** Where a way through the schema leads in the data; a property that is not there has its place beside the others. */
function* placesAt(data: unknown, steps: readonly SchemaStep[]): Generator<Omit<Place, 'property'>> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (data === undefined || typeof data === 'string') {
      yield { path: [], isKey: false, ...(data === undefined ? {} : { present: data }) };
    }
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  if (step === 'key') {
    for (const key of Object.keys(data)) yield { path: [key], isKey: true, present: key };
    return;
  }
  const isRight = Array.isArray(data) === (step === 'item');
  if (!isRight) return;
  const keys = typeof step === 'object' ? [step.property] : Object.keys(data);
  for (const key of keys) {
    const at = step === 'item' ? Number(key) : key;
    for (const below of placesAt((data as Record<string, unknown>)[key], rest)) {
      yield { ...below, path: [at, ...below.path] };
    }
  }
}

/** The places of each string property of a schema, by property; those that the data says something in, if any. */
export function stringPlaces(schema: Schema, data: Data): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, readonly Place[]>();
  for (const steps of stringPaths(schema, schema)) {
    const property = spell(steps);
    const all = [...placesAt(data, steps)].map((place) => ({ ...place, property }));
    const used = all.filter(({ present }) => present !== undefined);
    places.set(property, used.length > 0 ? used : all.slice(0, 1));
  }
  return places;
}

/** The data with something else at a place. */
export function withString(data: unknown, { path, isKey }: Pick<Place, 'path' | 'isKey'>, text: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return text;
  if (Array.isArray(data))
    return data.map((one, at) => (at === key ? withString(one, { path: rest, isKey }, text) : one));
  const map = data as Readonly<Record<string, unknown>>;
  if (isKey && rest.length === 0) {
    return Object.fromEntries(Object.entries(map).map(([name, value]) => [name === key ? text : name, value]));
  }
  return { ...map, [key]: withString(map[key], { path: rest, isKey }, text) };
}
