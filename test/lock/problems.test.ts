import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockPath, lockProblems, printLock } from '../../src/lock/index.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { exampleWith } from '../rules/check-text.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-lock-problems-'));
  file = join(folder, 'fabric.yaml');
  writeFileSync(file, exampleWith('{}'));
  const { lock } = compile(file);
  writeFileSync(lock!.path, printLock(lock!.after));
});

afterEach(() => rmSync(folder, { recursive: true }));

const loopbacks = '{ loopbacks: 10.252.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24 }';

/** The mistake of each code, done to the lock of a sound fabric. */
const mistakes: Readonly<Record<string, () => void>> = {
  PLAN010: () => writeFileSync(lockPath(file), `<<<<<<< HEAD\n${readFileSync(lockPath(file), 'utf8')}`),
  PLAN011: () => edit((text) => text.replace('"loopback/spine1": "10.255.0.1"', '"loopback/spine1": "10.255.0.999"')),
  PLAN012: () => edit((text) => text.replace('"fabric": "example"', '"fabric": "other"')),
  PLAN013: () => writeFileSync(file, exampleWith(`addressing: ${loopbacks}\n`)),
};

function edit(change: (text: string) => string): void {
  const before = readFileSync(lockPath(file), 'utf8');
  expect(change(before)).not.toBe(before);
  writeFileSync(lockPath(file), change(before));
}

describe('the problems of lock files', () => {
  it('are all tried', () => {
    expect(Object.keys(mistakes)).toEqual(lockProblems.map(({ code }) => code));
  });

  it('are not in a lock as it was written', () => {
    expect(compile(file).diagnostics).toEqual([]);
  });

  it.each(lockProblems.map((problem) => [problem.code, problem] as const))(
    '%s is reported, and nothing else',
    (code, { name, severity }) => {
      mistakes[code]!();
      expect(compile(file).diagnostics.map((one) => [one.code, one.rule, one.severity])).toEqual([
        [code, name, severity],
      ]);
    },
  );
});
