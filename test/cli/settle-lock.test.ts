import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settleLock } from '../../src/cli/settle-lock.ts';
import { lockPath, printLock } from '../../src/lock/index.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { exampleWith } from '../rules/check-text.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-settle-'));
  file = join(folder, 'fabric.yaml');
  writeFileSync(file, exampleWith('{}'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('settling the lock file', () => {
  it('writes what the build leaves', () => {
    const { lock } = compile(file);
    settleLock(file, lock!);
    expect(readFileSync(lockPath(file), 'utf8')).toBe(printLock(lock!.after));
  });

  it('refuses when another build wrote it meanwhile, and leaves that one', () => {
    const mine = compile(file).lock!;
    writeFileSync(file, exampleWith('racks: [{ name: other }]'));
    settleLock(file, compile(file).lock!);
    const theirs = readFileSync(lockPath(file), 'utf8');
    expect(() => settleLock(file, mine)).toThrow(/changed while the build ran/);
    expect(readFileSync(lockPath(file), 'utf8')).toBe(theirs);
  });
});
