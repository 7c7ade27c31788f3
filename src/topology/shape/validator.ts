import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { topologySchema } from '../schema/schema.ts';
import type { TopologyData } from '../topology.gen.ts';
import { validation } from './validation.ts';

let compiled: ValidateFunction<TopologyData> | undefined;

/**
 * What holds data against the schema, fills in the defaults, and says what is wrong. Compiled when first needed, which
 * takes as long as all else that `lint` does: where heddle is built, the build has done so and this module is not in it.
 */
export function validator(): ValidateFunction<TopologyData> {
  compiled ??= new Ajv2020({ ...validation, validateSchema: false, code: { optimize: false } }).compile<TopologyData>(
    topologySchema,
  );
  return compiled;
}
