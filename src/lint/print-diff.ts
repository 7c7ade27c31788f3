import { createTwoFilesPatch } from 'diff';
import { concealedRanges } from '../topology/files/concealed.ts';
import type { FixedFile } from './fix-file.ts';

/** A text with marks in the place of what may be a secret: a diff shows lines beside those that change, too. */
function masked(text: string): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of concealedRanges(text)) {
    shown += text.slice(at, start) + text.slice(start, end).replaceAll(/[^\r\n]/g, '*');
    at = end;
  }
  return shown + text.slice(at);
}

/** What changes in a file, as a unified diff that `git apply` and `patch -p1` take. */
export function printDiff({ path, before, after }: FixedFile): string {
  const name = path.replace(/^\/+/, '');
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, masked(before), masked(after), '', '', { context: 3 });
  // The line of signs above the header is no part of the format.
  return patch.slice(patch.indexOf('---'));
}
