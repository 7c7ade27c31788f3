import type { Explanation } from '../../diagnostics/diagnostic.ts';
import * as files from './files.ts';
import * as shape from './shape.ts';
import * as yaml from './yaml.ts';

/** Every problem of the read stage, in the order of codes. */
export const topologyProblems: readonly Explanation[] = [files, yaml, shape]
  .flatMap((group): Explanation[] => Object.values(group))
  .sort((a, b) => (a.code < b.code ? -1 : 1));
