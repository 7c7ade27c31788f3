import type { DataPath } from '../plain.ts';
import type { Schema } from '../schema/common.ts';

/** A step of a path, with what the schema says of it. */
export interface Step {
  readonly key: string | number;
  /** An item of a list, an entry of a map with names of the user, or a property that the schema names. */
  readonly kind: 'item' | 'entry' | 'property';
  readonly isRequired: boolean;
  /** Schema of the value that the step leads to. */
  readonly schema: Schema;
}

/** The schema along a path. Steps that the schema does not know are left out, with those after them. */
export function walkSchema(root: Schema, path: DataPath): Step[] {
  const steps: Step[] = [];
  let schema = root;
  for (const key of path) {
    const step = stepInto(schema, key);
    if (!step) break;
    steps.push(step);
    schema = step.schema;
  }
  return steps;
}

function stepInto(schema: Schema, key: string | number): Step | undefined {
  if (typeof key === 'number') {
    const items = schema.items as Schema | undefined;
    return items && { key, kind: 'item', isRequired: false, schema: items };
  }
  const properties = schema.properties as Record<string, Schema> | undefined;
  if (properties && Object.hasOwn(properties, key)) {
    const isRequired = (schema.required as readonly string[] | undefined)?.includes(key) ?? false;
    return { key, kind: 'property', isRequired, schema: properties[key]! };
  }
  const entries = schema.additionalProperties;
  if (typeof entries === 'object' && entries !== null) {
    return { key, kind: 'entry', isRequired: false, schema: entries as Schema };
  }
  return undefined;
}
