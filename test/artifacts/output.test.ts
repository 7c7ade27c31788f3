import { hash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
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
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkArtifacts, originOf, writeArtifacts } from '../../src/artifacts/output/index.ts';
import { heddleVersion } from '../../src/files/package.ts';
import { ExpectedError } from '../../src/diagnostics/expected-error.ts';
import { treeOf } from '../support/tree.ts';
import { describeWith, run } from '../support/verifier.ts';

type Files = Readonly<Record<string, string>>;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const target = () => join(folder, 'out', 'fab');
const origin = originOf('fab', 'l3', []);
const listed = (files: Files) => Object.entries(files).map(([path, content]) => ({ path, content }));
const write = (files: Files) => writeArtifacts({ target: target(), artifacts: listed(files), origin });
const check = (files: Files) => checkArtifacts({ target: target(), artifacts: listed(files), origin });

function put(path: string, content: string): void {
  mkdirSync(dirname(join(target(), path)), { recursive: true });
  writeFileSync(join(target(), path), content);
}

function failureOf(action: () => unknown): ExpectedError {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(ExpectedError);
    return error as ExpectedError;
  }
  throw new Error('it did not fail');
}

/** Artifacts of which the second cannot be rendered. */
function* breakingOff(error: Error): Generator<{ path: string; content: string }> {
  yield { path: 'a', content: 'new' };
  throw error;
}

/** Nothing lies beside the output. */
function expectClean(): void {
  expect(readdirSync(join(folder, 'out'))).toEqual(['fab']);
}

describe('writeArtifacts', () => {
  it('writes every file and a manifest with their sums, and nothing else', () => {
    const files = { 'switches/b/b.cfg': 'ü\n', 'switches/a/a.cfg': 'a\n', 'top.txt': '' };
    expect(write(files)).toMatchObject({ files: 4, foreign: 0 });
    const { 'manifest.json': manifest = '', ...rest } = treeOf(target());
    expect(rest).toEqual(files);
    expect(JSON.parse(manifest)).toEqual({
      heddle: heddleVersion(),
      fabric: 'fab',
      design: 'l3',
      input: origin.input,
      files: Object.fromEntries(listed(files).map(({ path, content }) => [path, hash('sha256', content)])),
    });
    expect(Object.keys((JSON.parse(manifest) as { files: Files }).files)).toEqual(Object.keys(files).sort());
    expectClean();
  });

  it('counts the bytes on disk', () => {
    const { bytes } = write({ a: 'ü', b: 'x'.repeat(10) });
    expect(bytes).toBe(12 + statSync(join(target(), 'manifest.json')).size);
  });

  it('replaces an old output: changed files change, files that are not made any more go', () => {
    write({ 'a/one': '1', 'b/two': '2' });
    write({ 'a/one': '1!', 'c/three': '3' });
    const { 'manifest.json': _, ...rest } = treeOf(target());
    expect(rest).toEqual({ 'a/one': '1!', 'c/three': '3' });
    expectClean();
  });

  it('keeps files, links and folders of others where they are', () => {
    write({ 'switches/a/a.cfg': '1', 'switches/gone/gone.cfg': '1' });
    put('NOTES.md', 'mine');
    put('switches/a/local.cfg', 'mine too');
    put('switches/gone/photo', 'rack');
    put('switches/gone/script.sh', '#!/bin/sh\n');
    chmodSync(join(target(), 'switches/gone/script.sh'), 0o750);
    mkdirSync(join(target(), 'drawings/empty'), { recursive: true });
    symlinkSync('switches/a/a.cfg', join(target(), 'link'));
    symlinkSync('nowhere', join(target(), 'dangling'));
    expect(write({ 'switches/a/a.cfg': '2' }).foreign).toBe(6);
    const { 'manifest.json': _, ...rest } = treeOf(target());
    expect(rest).toEqual({
      'NOTES.md': 'mine',
      'switches/a/a.cfg': '2',
      'switches/a/local.cfg': 'mine too',
      'switches/gone/photo': 'rack',
      'switches/gone/script.sh': '#!/bin/sh\n',
      'drawings/empty': 'empty folder',
      link: '-> switches/a/a.cfg',
      dangling: '-> nowhere',
    });
    expect(statSync(join(target(), 'switches/gone/script.sh')).mode & 0o777).toBe(0o750);
    expect(write({ 'switches/a/a.cfg': '3' }).foreign).toBe(6);
    expectClean();
  });

  it.each([
    ['a file', 'new/file', 'new/file'],
    ['a file where a folder must be', 'new', 'new/file'],
    ['a folder where a file must be', 'new/file/deep', 'new/file'],
  ])('refuses to write over %s of others', (_, mine, made) => {
    write({ a: 'old' });
    put(mine, 'mine');
    const before = treeOf(target());
    const failure = failureOf(() => write({ [made]: 'x' }));
    expect(failure.message).toBe(`Cannot write ${target()}: the file ${target()}/${mine} there is not heddle's`);
    expect(failure.hint).toContain('move it away');
    expect(treeOf(target())).toEqual(before);
    expectClean();
  });

  it('keeps the mode of the folder, as configs may hold keys', () => {
    write({ a: '1' });
    chmodSync(target(), 0o700);
    write({ a: '2' });
    expect(statSync(target()).mode & 0o777).toBe(0o700);
  });

  it('writes into an empty folder, and through a symbolic link', () => {
    mkdirSync(join(folder, 'elsewhere'));
    mkdirSync(join(folder, 'out'));
    symlinkSync('../elsewhere', target());
    write({ a: '1' });
    expect(readlinkSync(target())).toBe('../elsewhere');
    expect(readFileSync(join(folder, 'elsewhere/a'), 'utf8')).toBe('1');
    expectClean();
    expect(readdirSync(folder).sort()).toEqual(['elsewhere', 'out']);
  });

  it.each([
    ['no manifest', 'thesis.txt', 'files in it but no manifest.json'],
    ['a manifest of something else', 'manifest.json', 'a manifest.json of something else'],
  ])('refuses a folder with %s', (_, path, reason) => {
    put(path, '{"name": "my web app"}');
    const failure = failureOf(() => write({ a: '1' }));
    expect(failure.message).toContain(`not an output of heddle, as it has ${reason}`);
    expect(failure.hint).toContain('-o');
    expect(treeOf(target())).toEqual({ [path]: '{"name": "my web app"}' });
    expectClean();
  });

  it.each([
    'not json',
    '[]',
    'null',
    '{"heddle": 1, "files": {}}',
    '{"heddle": "1"}',
    '{"heddle": "1", "files": null}',
  ])('takes %s for the manifest of something else', (text) => {
    put('manifest.json', text);
    expect(failureOf(() => write({ a: '1' })).message).toContain('of something else');
  });

  it('leaves the old output when the artifacts break off, and passes the error on', () => {
    write({ a: 'old', b: 'old' });
    const before = treeOf(target());
    const bug = new TypeError('a bug in a template');
    expect(() => writeArtifacts({ target: target(), artifacts: breakingOff(bug), origin })).toThrow(bug);
    expect(treeOf(target())).toEqual(before);
    expectClean();
  });

  it('leaves no folder behind when the first build fails', () => {
    const artifacts = breakingOff(new Error('no'));
    expect(() => writeArtifacts({ target: target(), artifacts, origin })).toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves the old output when the process is killed, and the next build clears up', () => {
    write({ 'a.txt': 'old' });
    const before = treeOf(target());
    const verdict = run(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'killed-build.ts'), target()]);
    expect(verdict.stdout).toBe('staging\n');
    expect(verdict.status).not.toBe(0);
    expect(treeOf(target())).toEqual(before);
    expect(treeOf(join(folder, 'out/.fab.heddle/new'))).toEqual({ 'a.txt': 'half' });
    write({ 'a.txt': 'new' });
    expect(readFileSync(join(target(), 'a.txt'), 'utf8')).toBe('new');
    expectClean();
  });

  it('says what is wrong with the place', () => {
    writeFileSync(join(folder, 'out'), 'a file');
    expect(failureOf(() => write({ a: '1' })).message).toBe(
      `Cannot write ${target()}: ${join(folder, 'out')} is a file, not a directory`,
    );
    rmSync(join(folder, 'out'));
    mkdirSync(join(folder, 'out'));
    writeFileSync(target(), 'a file');
    expect(failureOf(() => write({ a: '1' })).message).toBe(`Cannot write ${target()}: it is a file, not a directory`);
    rmSync(target());
    symlinkSync('nowhere', target());
    expect(failureOf(() => write({ a: '1' })).message).toBe(
      `Cannot write ${target()}: it is a symbolic link to something that is not there`,
    );
    const long = join(folder, 'x'.repeat(300));
    expect(failureOf(() => writeArtifacts({ target: long, artifacts: [], origin })).message).toContain(
      'the name is too long',
    );
  });

  it.each(['/etc/passwd', '../up', 'a/../b', 'a//b', './a', 'a/.', '', 'a/', 'a\\b', 'c:x', 'a\0b', 'manifest.json'])(
    'takes the path %j for a bug',
    (path) => {
      const action = () => write({ [path]: 'x' });
      expect(action).toThrow(Error);
      expect(action).not.toThrow(ExpectedError);
      expect(existsSync(join(folder, 'out'))).toBe(false);
    },
  );

  it('takes two artifacts of one path for a bug', () => {
    const artifacts = [...listed({ a: '1' }), ...listed({ a: '2' })];
    expect(() => writeArtifacts({ target: target(), artifacts, origin })).toThrow('two artifacts have the path a');
  });
});

describeWith({ programs: ['unshare', 'mount'], root: true }, 'writeArtifacts on a disk that refuses', () => {
  it('keeps the old output and says why', () => {
    const script = join(import.meta.dirname, 'full-disk.ts');
    const verdict = run('unshare', ['--mount', '--', process.execPath, '--import', 'tsx', script, folder]);
    expect(verdict.stderr).toBe('');
    expect(JSON.parse(verdict.stdout)).toEqual({
      first: 'written',
      second: `ExpectedError: Cannot write ${folder}/x/f1.txt: no space is left on the device`,
      kept: { content: 'old', beside: ['x'] },
      third: `ExpectedError: Cannot write beside ${folder}/x: the file system is read-only`,
    });
  });
});

describe('checkArtifacts', () => {
  const files = { 'a/one': '1', 'a/two': '2', b: 'b' };

  it('finds nothing after a build, and writes nothing', () => {
    write(files);
    put('a/mine', 'x');
    const before = treeOf(folder);
    expect(check(files)).toEqual([]);
    expect(treeOf(folder)).toEqual(before);
  });

  it('names a file in which one byte changed', () => {
    write(files);
    put('a/two', '3');
    expect(check(files)).toEqual([{ kind: 'changed', path: 'a/two' }]);
  });

  it('names what is missing, changed and left over, in order', () => {
    write({ ...files, 'z/old': 'z', 'z/removed': 'z' });
    rmSync(join(target(), 'z/removed'));
    rmSync(join(target(), 'b'));
    mkdirSync(join(target(), 'b'));
    rmSync(join(target(), 'a'), { recursive: true });
    expect(check(files)).toEqual([
      { kind: 'missing', path: 'a/one' },
      { kind: 'missing', path: 'a/two' },
      { kind: 'changed', path: 'b' },
      { kind: 'changed', path: 'manifest.json' },
      { kind: 'extra', path: 'z/old' },
    ]);
  });

  it('sees another origin in the manifest', () => {
    write(files);
    const other = originOf('fab', 'l3', [{ path: 'x', text: 'zones: 2' }]);
    expect(checkArtifacts({ target: target(), artifacts: listed(files), origin: other })).toEqual([
      { kind: 'changed', path: 'manifest.json' },
    ]);
  });

  it('says that the whole folder is missing, without rendering anything', () => {
    const artifacts = breakingOff(new Error('rendered'));
    expect(checkArtifacts({ target: target(), artifacts, origin })).toEqual([{ kind: 'missing', path: '' }]);
    mkdirSync(target(), { recursive: true });
    expect(check({ a: '1' })).toEqual([
      { kind: 'missing', path: 'a' },
      { kind: 'missing', path: 'manifest.json' },
    ]);
  });
});

function inputOf(...texts: string[]): string {
  const files = texts.map((text) => ({ path: text, text }));
  return originOf('f', 'd', files).input;
}

describe('originOf', () => {
  it('depends on the contents of the files, not on where they stand', () => {
    const moved = originOf('f', 'd', [{ path: '/somewhere/else', text: 'a' }]).input;
    expect(inputOf('a')).toBe(moved);
    expect(new Set([inputOf('a'), inputOf('b'), inputOf('a', 'b'), inputOf('ab'), inputOf('b', 'a')]).size).toBe(5);
    expect(inputOf('a')).toMatch(/^[0-9a-f]{64}$/);
  });
});
