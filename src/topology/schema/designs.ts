import { type Schema, mapOf, object, wordPattern } from './common.ts';

/** Keys of a file that say what it is, and are not for one design to change. */
export const notOfDesigns: readonly string[] = ['name', 'description', 'include', 'design', 'designs'];

function partialMap(schemas: Schema): Schema {
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, partial(schema as Schema)]));
}

/** A schema by which nothing must be there, and nothing is filled in; items of lists stay whole. */
function partial(schema: Schema): Schema {
  const { required: _, default: __, properties, additionalProperties, ...rest } = schema;
  return {
    ...rest,
    ...(properties === undefined ? {} : { properties: partialMap(properties as Schema) }),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties:
            typeof additionalProperties === 'object' ? partial(additionalProperties as Schema) : additionalProperties,
        }),
  };
}

/** Sections of what is different by design, for a file with these properties. */
export function designsOf(properties: Readonly<Record<string, Schema>>): Schema {
  const allowed = Object.fromEntries(Object.entries(properties).filter(([key]) => !notOfDesigns.includes(key)));
  const section = object('DesignSection', 'A topology file in part: what is different with that design.', allowed);
  const description =
    'What is different when the file is built with a design, by its name: merged above the rest of the file, maps key by key, lists one after the other.';
  return { ...mapOf(description, partial(section), wordPattern), default: {} };
}
