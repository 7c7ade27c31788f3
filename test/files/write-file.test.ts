import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExpectedError } from '../../src/diagnostics/expected-error.ts';
import { writeFileAtomically } from '../../src/files/write-file.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const content = (name: string): string => readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-file-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function failureOf(path: string): string {
  try {
    writeFileAtomically(path, 'new');
  } catch (error) {
    expect(error).toBeInstanceOf(ExpectedError);
    return (error as ExpectedError).message;
  }
  throw new Error('it did not fail');
}

describe('writeFileAtomically', () => {
  it('makes a file, replaces it, and leaves nothing beside it', () => {
    writeFileAtomically(at('x.json'), 'ü\n');
    expect(content('x.json')).toBe('ü\n');
    writeFileAtomically(at('x.json'), '2');
    expect(content('x.json')).toBe('2');
    expect(readdirSync(folder)).toEqual(['x.json']);
  });

  it('replaces the file and does not write into it, so that a reader has the old one whole', () => {
    writeFileAtomically(at('x.json'), 'old');
    const before = statSync(at('x.json')).ino;
    writeFileAtomically(at('x.json'), 'new');
    expect(statSync(at('x.json')).ino).not.toBe(before);
  });

  it('keeps the mode', () => {
    writeFileSync(at('x.json'), 'old');
    chmodSync(at('x.json'), 0o640);
    writeFileAtomically(at('x.json'), 'new');
    expect(statSync(at('x.json')).mode & 0o777).toBe(0o640);
  });

  it('writes the file that a symbolic link leads to', () => {
    mkdirSync(at('real'));
    writeFileSync(at('real/y.json'), 'old');
    symlinkSync('real/y.json', at('x.json'));
    writeFileAtomically(at('x.json'), 'new');
    expect(readlinkSync(at('x.json'))).toBe('real/y.json');
    expect(content('real/y.json')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['real', 'x.json']);
    expect(readdirSync(at('real'))).toEqual(['y.json']);
  });

  it('clears up after processes that were killed, not after those that run', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    for (const owner of [pid, process.pid, process.ppid]) writeFileSync(at(`.x.json.heddle-${owner}`), 'half');
    writeFileSync(at('.x.json.heddle-mine'), 'not a number');
    writeFileAtomically(at('x.json'), 'new');
    expect(readdirSync(folder).sort()).toEqual([`.x.json.heddle-${process.ppid}`, '.x.json.heddle-mine', 'x.json']);
  });

  it('says what is wrong with the place', () => {
    mkdirSync(at('folder'));
    symlinkSync('nowhere', at('dangling'));
    symlinkSync('circle', at('circle'));
    writeFileSync(at('file'), 'old');
    expect(failureOf(at('folder'))).toBe(`Cannot write ${at('folder')}: it is a directory`);
    expect(failureOf(at('dangling'))).toBe(
      `Cannot write ${at('dangling')}: it is a symbolic link to something that is not there`,
    );
    expect(failureOf(at('circle'))).toBe(`Cannot write ${at('circle')}: its symbolic links lead in a circle`);
    expect(failureOf(at('absent/x'))).toBe(`Cannot write ${at('absent/x')}: there is no such file or directory`);
    expect(failureOf(at('file/x'))).toBe(`Cannot write ${at('file/x')}: a part of the path is a file, not a directory`);
    expect(failureOf('/dev/null')).toBe('Cannot write /dev/null: it is no plain file');
    expect(content('file')).toBe('old');
  });
});
