import { join } from 'node:path';
import type { Compilation } from '../../src/pipeline/compilation.ts';
import { compile } from '../../src/pipeline/compile.ts';

export const environment = { HEDDLE_OSPF_KEY: 'for-tests-only' };

/** A topology of the project, compiled by a design that may not be its own. */
export function compileBy(name: string, design: string): Compilation {
  return compile(join(import.meta.dirname, '../../topologies', `${name}.yaml`), { environment, design });
}
