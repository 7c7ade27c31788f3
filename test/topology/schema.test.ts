import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Schema } from '../../src/topology/schema/common.ts';
import { topologySchema } from '../../src/topology/schema/schema.ts';
import { formOf } from '../../src/topology/shape/forms.ts';

/** Every schema inside a schema, with its path. */
function* schemasIn(schema: Schema, path: string): Generator<[string, Schema]> {
  yield [path, schema];
  for (const [key, value] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
    yield* schemasIn(value, `${path}.${key}`);
  }
  if (schema.items) yield* schemasIn(schema.items as Schema, `${path}[]`);
  if (typeof schema.additionalProperties === 'object') {
    yield* schemasIn(schema.additionalProperties as Schema, `${path}.*`);
  }
}

const all = [...schemasIn(topologySchema, '')];

describe('the JSON Schema', () => {
  it('passes the strict mode of ajv and the meta-schema of its draft', () => {
    expect(all.length).toBeGreaterThan(100);
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    expect(ajv.validateSchema(topologySchema)).toBe(true);
    expect(() => ajv.compile(topologySchema)).not.toThrow();
  });

  it('describes every property', () => {
    const silent = all.filter(([path, { description }]) => !path.endsWith('[]') && !description).map(([path]) => path);
    expect(silent).toEqual([]);
  });

  it('has words for each of its patterns, and they do not match a stranger', () => {
    const patterns = all.flatMap(([, { pattern, propertyNames }]) => [
      pattern,
      (propertyNames as Schema | undefined)?.pattern,
    ]);
    const used = [...new Set(patterns.filter((pattern) => typeof pattern === 'string'))];
    expect(used.length).toBeGreaterThan(8);
    for (const pattern of used) expect(formOf(pattern).words).toMatch(/^\S.*\S$/);
    expect(() => formOf('^stranger$')).toThrow(/has no words/);
  });

  it('uses only keywords that the reader has words for', () => {
    const known = new Set(
      `$schema title description default examples type properties required items additionalProperties propertyNames
      pattern maxLength minimum maximum exclusiveMinimum enum minItems`.split(/\s+/),
    );
    for (const [path, schema] of all) {
      for (const keyword of Object.keys(schema)) expect(known.has(keyword), `${path}: ${keyword}`).toBe(true);
    }
  });

  it('gives examples that it accepts itself', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    const withExamples = all.filter(([, { examples }]) => examples);
    expect(withExamples.length).toBeGreaterThan(5);
    for (const [path, schema] of withExamples) {
      for (const example of schema.examples as unknown[]) expect(ajv.validate(schema, example), path).toBe(true);
    }
  });
});
