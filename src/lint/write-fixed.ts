import { readFileSync } from 'node:fs';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import { attempt } from '../files/attempt.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import type { FixedFile } from './fix-file.ts';

const byteOrderMark = '\ufeff';

/**
 * Writes a repaired file in the place of the old one, whole or not at all; a byte order mark stays.
 * @throws ExpectedError when the file is no longer what was repaired, or may not be written.
 */
export function writeFixed({ path, before, after }: FixedFile): void {
  const text = attempt(`read ${path}`, () => readFileSync(path, 'utf8'));
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  if (text !== mark + before) {
    throw new ExpectedError(`Cannot write ${path}: something else has changed it meanwhile`);
  }
  writeFileAtomically(path, mark + after);
}
