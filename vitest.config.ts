import { readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Folders whose tests need nothing of their own: modules are loaded once for all of them. */
const pure = ['test/designs', 'test/rules', 'test/targets/eos', 'test/targets/junos', 'test/targets/nxos'];

/** These put modules of their own in the place of others, which must not reach other tests. */
const hasMocks = (path: string): boolean => /\bvi\.(mock|doMock)\(/.test(readFileSync(path, 'utf8'));

const together = pure.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.test.ts') && !hasMocks(path)),
);

const live = 'test/live/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Labs wait for protocols most of the time: another file makes use of that.
    maxWorkers: availableParallelism() + 1,
    projects: [
      // Loading all modules anew for each file takes as long as its tests.
      { extends: true, test: { name: 'together', include: together, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: [...together, live] } },
      // They measure time, or look at the whole machine: `npm test` runs one file after the other, and nothing beside them.
      { extends: true, test: { name: 'live', include: [live] } },
    ],
  },
});
