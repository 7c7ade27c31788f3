// In what is built: the command line, in the place of `src/cli/run.ts`.
import { join } from 'node:path';
import { loadCached } from './script-cache.mjs';

export const { run } = loadCached(join(import.meta.dirname, 'run.cjs')).exports;
