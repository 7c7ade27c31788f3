import { readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What changes the process that a test runs in, and so what other tests in it see. */
const changesProcess =
  /\bvi\.(?:mock|doMock|spyOn|stub\w+|useFakeTimers)\(|\bprocess\.(?:env\b|chdir\(|exitCode\b|umask\()|\buseHeddle\b/;

const live = 'test/live/*.test.ts';
const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((path) => join('test', path))
  .filter((path) => path.endsWith('.test.ts') && !/^test\W(?:labs|live)\W/.test(path));

/** Tests that leave the process as it was: modules are loaded once for all of them, which takes as long as they do. */
const together = tests.filter((path) => !changesProcess.test(readFileSync(path, 'utf8')));

export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Labs wait for protocols most of the time: another file makes use of that.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { extends: true, test: { name: 'together', include: together, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: [...together, live] } },
      // They measure time, or look at the whole machine: `npm test` runs one file after the other, and nothing beside them.
      { extends: true, test: { name: 'live', include: [live] } },
    ],
  },
});
