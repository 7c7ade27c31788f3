import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * Hands a stream on to the program of a request, piece by piece: the files `in.1`, `in.2` and so on, and `in.end` after
 * the last.
 * @returns what stops it.
 */
export function passInput(folder: string, input: Readable): () => void {
  let pieces = 0;
  const write = (name: string, content: string | Buffer): void => {
    const fresh = join(folder, 'in.new');
    writeFileSync(fresh, content, { mode: 0o600 });
    renameSync(fresh, join(folder, name));
  };
  const piece = (content: string | Buffer): void => write(`in.${(pieces += 1)}`, content);
  const end = (): void => write('in.end', '');
  input.on('data', piece).once('end', end).once('error', end);
  return () => {
    input.off('data', piece).off('end', end).off('error', end);
    input.destroy();
  };
}
