import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const root = join(import.meta.dirname, '..', 'goldens');
const updating = process.env['UPDATE_GOLDENS'] === '1';

/** Compares a text with a file below `test/goldens`; `UPDATE_GOLDENS=1` writes it instead. */
export function expectGolden(path: string, text: string): void {
  const file = join(root, path);
  if (updating) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `no golden ${path}: look at the text, then run with UPDATE_GOLDENS=1`).toBe(true);
  expect(text, path).toBe(readFileSync(file, 'utf8'));
}

/** Compares the files of one case with a folder below `test/goldens`, which may hold no others. */
export function expectGoldenFolder(folder: string, files: readonly { path: string; content: string }[]): void {
  if (updating) rmSync(join(root, folder), { recursive: true, force: true });
  for (const file of files) expectGolden(`${folder}/${file.path}`, file.content);
  const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  expect(found.toSorted(), folder).toEqual(files.map((file) => file.path.split('/').at(-1)).toSorted());
}
