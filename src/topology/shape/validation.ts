import type { Options } from 'ajv/dist/2020.js';

/** How data is held against the schema of topology files. */
export const validation: Options = {
  allErrors: true,
  useDefaults: true,
  allowUnionTypes: true,
  strict: true,
};
