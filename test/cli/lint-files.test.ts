import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { namedFiles } from '../../src/cli/lint-files.ts';
import { heddle, smallTopology, useFolder } from './command-line.ts';

const path = useFolder();
beforeEach(() => {
  mkdirSync(path('sites/b'), { recursive: true });
  mkdirSync(path('sites/node_modules'));
  mkdirSync(path('empty'));
  for (const name of [
    'b.yaml',
    'a.yml',
    'a.lock.json',
    '.hidden.yaml',
    'f[1].yaml',
    'f1.yaml',
    'sites/one.yaml',
    'sites/b/two.yaml',
    'sites/node_modules/not.yaml',
  ]) {
    writeFileSync(path(name), smallTopology);
  }
  writeFileSync(path('heddle.config.yaml'), 'rules: {}\n');
});

const filesOf = async (...given: string[]) => {
  const { files, failures } = await namedFiles(given);
  expect(failures).toEqual([]);
  return files.map((file) => relative(path(), file));
};

describe('the files of a lint', () => {
  it('are in order of their paths, each once, however they are named', async () => {
    const dotted = `./${relative(process.cwd(), path('b.yaml'))}`;
    expect(await filesOf(path('sites/one.yaml'), path('b.yaml'), path('*.yml'), path('b.yaml'))).toEqual([
      'a.yml',
      'b.yaml',
      'sites/one.yaml',
    ]);
    expect(await namedFiles([dotted, dotted.slice(2)])).toEqual({ files: [dotted.slice(2)], failures: [] });
    expect(await namedFiles([dotted])).toEqual({ files: [dotted.slice(2)], failures: [] });
  });

  it('are of a folder the topologies in it, and nothing below or hidden', async () => {
    expect(await filesOf(path())).toEqual(['a.yml', 'b.yaml', 'f1.yaml', 'f[1].yaml']);
    symlinkSync(path('b.yaml'), path('sites/link.yaml'));
    expect(await filesOf(path('sites'))).toEqual(['sites/link.yaml', 'sites/one.yaml']);
  });

  it('are of a pattern what it matches, at any depth', async () => {
    expect(await filesOf(path('sites/**/*.yaml'))).toEqual(['sites/b/two.yaml', 'sites/one.yaml']);
    expect(await filesOf(path('{a,b}.*'))).toEqual(['a.yml', 'b.yaml']);
    expect(await filesOf(path('*.yaml'))).toEqual(['b.yaml', 'f1.yaml', 'f[1].yaml']);
    expect(await filesOf(path('{sites/b,empty}/*.yaml'))).toEqual(['sites/b/two.yaml']);
    const fromHere = relative(process.cwd(), path('sites/*.yaml'));
    expect(await filesOf(fromHere)).toHaveLength(1);
  });

  it('are a file that is there, though its name looks like a pattern', async () => {
    expect(await filesOf(path('f[1].yaml'))).toEqual(['f[1].yaml']);
    expect(await filesOf(path('f[1-3].yaml'))).toEqual(['f1.yaml']);
  });

  it('are a failure where a pattern or a folder gives none', async () => {
    for (const [argument, message] of [
      [path('*.yamll'), 'No file matches '],
      [path('nowhere/**/*.yaml'), 'No file matches '],
      [path('*.json'), 'No file matches '],
      [path('empty'), 'There is no topology in '],
    ] as const) {
      const { code, out, err } = await heddle(['lint', argument, path('b.yaml')]);
      expect(code).toBe(2);
      expect(err.split('\n')[0]).toBe(`error: ${message}${argument}`);
      expect(err).toMatch(/\n {2}hint: /);
      expect(out).toBe('no problems; 1 file could not be read\n');
    }
  });

  it('are told by name where they cannot be looked at', async () => {
    symlinkSync(path('loop.yaml'), path('loop.yaml'));
    const { code, err } = await heddle(['lint', path('loop.yaml'), path('none.yaml')]);
    expect(code).toBe(2);
    expect(err).toContain(`Cannot read ${path('loop.yaml')}: its symbolic links lead in a circle`);
    expect(err).toContain(`Cannot read ${path('none.yaml')}: there is no such file`);
  });
});
