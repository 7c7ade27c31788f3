import { resolve } from 'node:path';
import type { Overlay } from '../topology/read.ts';
import { applyFixes } from './apply-fixes.ts';
import { type LintResult, lintFile } from './lint-file.ts';

/** A file before and after fixes. */
export interface FixedFile {
  /** Path as messages show it. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface Fixed {
  /** The files that change, in order of their paths. */
  readonly files: readonly FixedFile[];
  /** Number of fixes that were applied. */
  readonly count: number;
  /** What is wrong still. */
  readonly result: LintResult;
}

/** A fix may bring to light what another can repair: a misspelt key hides its value, and that a reference. */
const mostRounds = 10;

/**
 * Repairs what has exactly one right repair, in the texts of a topology file, of the files it includes and of its config.
 * Writes nothing.
 * @param overlay texts in the place of files, by absolute path.
 * @throws ExpectedError when the file cannot be read at all.
 */
export function fixFile(file: string, overlay: Overlay = new Map()): Fixed {
  const texts = new Map(overlay);
  const changed = new Map<string, FixedFile>();
  let count = 0;
  let result = lintFile(file, { overlay: texts });
  for (let round = 0; round < mostRounds; round++) {
    const applied = applyFixes(result.diagnostics);
    if (applied.texts.size === 0) break;
    count += applied.count;
    for (const [{ path, text }, after] of applied.texts) {
      const absolute = resolve(path);
      texts.set(absolute, after);
      const known = changed.get(absolute);
      changed.set(absolute, { path: known?.path ?? path, before: known?.before ?? text, after });
    }
    result = lintFile(file, { overlay: texts });
  }
  const files = [...changed.values()].filter(({ before, after }) => before !== after);
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), count, result };
}
