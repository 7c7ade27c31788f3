import type { DataPath } from '../topology/plain.ts';
import type { Schema } from '../topology/schema/common.ts';
import { type Step, walkSchema } from '../topology/shape/schema-walk.ts';

const isLeafs = (key: string | number): boolean => key === 'tor' || key === 'tors';

/** Steps of a path, where the schema knows all of them. `tor` and `tors` are other words for `leafs`. */
export function stepsTo(root: Schema, path: DataPath): Step[] | undefined {
  const steps = walkSchema(
    root,
    path.map((key) => (isLeafs(key) ? 'leafs' : key)),
  );
  return steps.length === path.length ? steps : undefined;
}

/** The schema of the value at a path. */
export function schemaAt(root: Schema, path: DataPath): Schema | undefined {
  return path.length === 0 ? root : stepsTo(root, path)?.at(-1)?.schema;
}

export function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  return (schema['properties'] as Record<string, Schema> | undefined) ?? {};
}

export function typesOf(schema: Schema): readonly string[] {
  return ([] as string[]).concat((schema['type'] as string | string[] | undefined) ?? []);
}

export function textOf(schema: Schema, key: 'description' | 'title'): string | undefined {
  const text = schema[key];
  return typeof text === 'string' ? text : undefined;
}

/** Values that the schema names: all that there are, or examples of them. */
export function valuesOf(schema: Schema): readonly string[] {
  if (typesOf(schema).includes('boolean')) return ['true', 'false'];
  const values = (schema['enum'] ?? schema['examples']) as readonly unknown[] | undefined;
  return (values ?? []).filter((value) => typeof value !== 'object').map(String);
}

/**
 * A path with a star for each item of a list and each name that the user chose, and without the design that it may be
 * a part of: `racks.*.servers.*.networks.*`.
 */
export function patternOf(root: Schema, path: DataPath): string | undefined {
  const steps = stepsTo(root, path);
  if (!steps) return undefined;
  const words = steps.map(({ kind, key }) => (kind === 'property' ? String(key) : '*'));
  const isDesigns = words[0] === 'designs' && words.length > 2;
  return words.slice(isDesigns ? 2 : 0).join('.');
}
