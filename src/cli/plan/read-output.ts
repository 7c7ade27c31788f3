import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExistingOutput } from '../../analysis/change/existing-output.ts';
import { noOutput } from '../../analysis/change/existing-output.ts';
import { attempt } from '../../files/attempt.ts';
import { settleOutput } from '../../artifacts/output/index.ts';
import { readManifest } from '../../artifacts/output/manifest.ts';

const absence = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/**
 * The output of an earlier build in a folder; an empty one where there is none, or none of heddle's. What a build
 * that was killed left beside its place is put back first.
 * @throws ExpectedError, when a file is read, where that cannot be done.
 */
export function existingOutput(folder: string): ExistingOutput {
  settleOutput(folder);
  const paths = readManifest(folder, folder);
  if (typeof paths !== 'object') return noOutput;
  return {
    paths,
    read: (path) =>
      attempt(`read ${folder}/${path}`, () => {
        try {
          return readFileSync(join(folder, path), 'utf8');
        } catch (error) {
          if (absence.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
          throw error;
        }
      }),
  };
}
