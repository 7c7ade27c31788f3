import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../diagnostics/sort.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { attempt } from '../../files/attempt.ts';
import { readManifest, withManifest } from './manifest.ts';
import type { Output } from './output.ts';
import { settleOutput } from './settle-output.ts';

/** A file that is not as a build would leave it. */
export interface Difference {
  /** extra: a file of an earlier build that this one would not write. */
  readonly kind: 'changed' | 'missing' | 'extra';
  /** Below the target; empty when the whole folder is missing. */
  readonly path: string;
}

const absence = new Set(['ENOENT', 'ENOTDIR']);

/** Bytes of a file; undefined when there is none; null for something that is no file. */
function bytesOf(file: string, shown: string): Buffer | undefined | null {
  return attempt(`read ${shown}`, () => {
    try {
      return readFileSync(file);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (absence.has(code)) return undefined;
      if (code === 'EISDIR') return null;
      throw error;
    }
  });
}

/**
 * Compares an output byte for byte with what is on disk, and writes nothing, except that it puts an output back
 * which a killed build left beside its place. Files of others in the folder are not looked at.
 * @throws ExpectedError when a file cannot be read, or a build writes meanwhile.
 */
export function checkArtifacts(output: Output): Difference[] {
  const shown = output.target;
  const target = settleOutput(shown, output);
  const folder = attempt(`read ${shown}`, () => statSync(target, { throwIfNoEntry: false }));
  if (!folder) return [{ kind: 'missing', path: '' }];
  const differences: Difference[] = [];
  const expected = new Set<string>();
  for (const { path, content } of withManifest(output.artifacts, output.origin)) {
    expected.add(path);
    const bytes = bytesOf(join(target, path), `${shown}/${path}`);
    if (bytes === undefined) differences.push({ kind: 'missing', path });
    else if (!bytes?.equals(Buffer.from(content))) differences.push({ kind: 'changed', path });
  }
  const known = readManifest(target, shown);
  for (const path of typeof known === 'object' ? known : []) {
    if (!expected.has(path) && existsSync(join(target, path))) differences.push({ kind: 'extra', path });
  }
  if (statSync(target, { throwIfNoEntry: false })?.ino !== folder.ino) {
    throw new ExpectedError(`Cannot read ${shown}: a build wrote it meanwhile`, { hint: 'check again' });
  }
  return differences.sort((a, b) => compareText(a.path, b.path));
}
