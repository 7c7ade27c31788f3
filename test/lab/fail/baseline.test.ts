import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compareRuns, readRun } from '../../../src/lab/fail/baseline.ts';
import { report, runOf } from './failure-reports.ts';

describe('a run against an earlier one', () => {
  const before = runOf([report('a', { longest: 100 }), report('b'), report('gone', { longest: 5 })]);

  it('has a ratio for each failure that both have, and each kind', () => {
    const now = runOf([report('a', { longest: 50 }), report('b', { longest: 20 }), report('new', { longest: 500 })]);
    expect(compareRuns(before, now)).toEqual({
      failures: [
        { name: 'a', before: 100, now: 50, ratio: 0.5 },
        { name: 'b', before: 0, now: 20, ratio: 4 },
      ],
      kinds: [{ name: 'link', before: 5, now: 50, ratio: 10 }],
      newlyCut: [],
      apart: [],
    });
  });

  it('tells flows that stay cut now, and did not', () => {
    const now = runOf([report('a', { cut: 1 }), report('b', { cut: 2 })]);
    expect(compareRuns(before, now).newlyCut).toEqual(['a', 'b']);
    expect(compareRuns(runOf([report('a', { cut: 3 })]), now).newlyCut).toEqual([]);
  });

  it('tells what makes them hard to compare', () => {
    const now = runOf(before.failures, { kernel: '6.2.0', cut: { racks: ['r1'] } });
    expect(compareRuns(before, now).apart).toEqual(['kernel: 6.2.0, was 6.1.0', 'cut: {"racks":["r1"]}, was {}']);
  });
});

describe('a stored run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-baseline-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const stored = (text: string): string => {
    const file = join(folder, 'run.json');
    writeFileSync(file, text);
    return file;
  };

  it('is read as it was printed', () => {
    const run = runOf([report('a')]);
    expect(readRun(stored(JSON.stringify(run)))).toEqual(run);
  });

  it.each([
    ['{', 'Cannot read'],
    ['null', 'is no run of failures'],
    ['{"version":1,"failures":[],"kinds":[]}', 'is no run of failures of version 3'],
  ])('is refused when it is %s', (text, message) => {
    expect(() => readRun(stored(text))).toThrow(message);
  });
});
