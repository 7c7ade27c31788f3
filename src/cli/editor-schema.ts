import { designByName, formatByName, targetByName } from '../pipeline/registries.ts';
import { platformIds } from '../platforms/index.ts';
import type { Schema } from '../topology/schema/common.ts';
import { topologySchema } from '../topology/schema/schema.ts';

/** What this version of heddle knows, by the property that names it; platforms as examples, as the list of them grows. */
const known: Readonly<Record<string, Schema>> = {
  design: { enum: [...designByName.keys()] },
  os: { enum: [...targetByName.keys()] },
  config: { enum: [...formatByName.keys()] },
  platform: { examples: platformIds },
};

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function complete(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(complete);
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, complete(part)]));
  if (!isObject(copy['properties'])) return copy;
  const properties = Object.entries(copy['properties']).map(([name, schema]) => {
    const names = Object.hasOwn(known, name) ? known[name] : undefined;
    return [name, names && isObject(schema) && schema['type'] === 'string' ? { ...schema, ...names } : schema];
  });
  return { ...copy, properties: Object.fromEntries(properties) as Schema };
}

/** JSON Schema of a topology file with the names of designs, operating systems, formats and platforms in it. */
export function editorSchema(): unknown {
  return complete(topologySchema);
}
