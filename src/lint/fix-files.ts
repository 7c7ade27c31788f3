import { resolve } from 'node:path';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import { type FixedFile, fixFile } from './fix-file.ts';

/** What fixes make of several topologies. */
export interface FixedFiles {
  /** The files that change, each once, in order of their paths. */
  readonly files: readonly FixedFile[];
  /** Number of fixes that were applied. */
  readonly count: number;
}

/** Repairs topologies one after the other, so that a file that two of them include is repaired once. A file that cannot be read is passed over. */
export function fixFiles(topologies: readonly string[]): FixedFiles {
  const texts = new Map<string, string>();
  const changed = new Map<string, FixedFile>();
  let count = 0;
  for (const topology of topologies) {
    try {
      const fixed = fixFile(topology, texts);
      count += fixed.count;
      for (const { path, before, after } of fixed.files) {
        const absolute = resolve(path);
        texts.set(absolute, after);
        const known = changed.get(absolute);
        changed.set(absolute, { path: known?.path ?? path, before: known?.before ?? before, after });
      }
    } catch (error) {
      // Whoever lints the files says so.
      if (!(error instanceof ExpectedError)) throw error;
    }
  }
  return { files: [...changed.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), count };
}
