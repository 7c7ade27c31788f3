import { resolve } from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import type { Overlay } from '../topology/read.ts';
import { type Fixed, type FixedFile, fixFile } from './fix-file.ts';
import { type LintResult, lintFile } from './lint-file.ts';

/** What fixes make of several topologies. */
export interface FixedFiles {
  /** The files that change, each once, in order of their paths. */
  readonly files: readonly FixedFile[];
  /** Number of fixes that were applied. */
  readonly count: number;
}

/** Nothing where the file cannot be read: whoever lints it says so. */
function unlessUnreadable<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  }
}

/** True when the texts break a topology that was sound: what is misspelt for one may be right for another that shares the file. */
function breaksAnother(
  topology: string,
  fixed: Fixed,
  before: ReadonlyMap<string, LintResult>,
  texts: Overlay,
): boolean {
  const changed = new Set(fixed.files.map(({ path }) => resolve(path)));
  return [...before].some(([other, { diagnostics, compilation }]) => {
    if (other === topology || hasErrors(diagnostics)) return false;
    const isShared = compilation.files.some(({ path }) => changed.has(resolve(path)));
    return isShared && hasErrors(lintFile(other, { overlay: texts }).diagnostics);
  });
}

/** Repairs topologies one after the other, so that a file that two of them include is repaired once. */
export function fixFiles(topologies: readonly string[]): FixedFiles {
  const before = new Map<string, LintResult>();
  for (const topology of topologies) {
    const result = unlessUnreadable(() => lintFile(topology));
    if (result) before.set(topology, result);
  }
  let texts = new Map<string, string>();
  const changed = new Map<string, FixedFile>();
  let count = 0;
  for (const topology of before.keys()) {
    const fixed = unlessUnreadable(() => fixFile(topology, texts));
    if (!fixed || fixed.files.length === 0) continue;
    const next = new Map([...texts, ...fixed.files.map(({ path, after }) => [resolve(path), after] as const)]);
    if (breaksAnother(topology, fixed, before, next)) continue;
    texts = next;
    count += fixed.count;
    for (const { path, before: text, after } of fixed.files) {
      const known = changed.get(resolve(path));
      changed.set(resolve(path), { path: known?.path ?? path, before: known?.before ?? text, after });
    }
  }
  return { files: [...changed.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), count };
}
