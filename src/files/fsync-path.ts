import { closeSync, fsyncSync, openSync } from 'node:fs';

/** What systems answer that cannot sync such a thing, above all a folder; it is then as safe as it gets there. */
const unable = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EBADF']);

/**
 * Waits until a file, or the names in a folder, are on the disk and so survive a loss of power.
 * Throws the system's error when the disk reports one.
 */
export function fsyncPath(path: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    // Windows opens no folders.
    if (unable.has((error as NodeJS.ErrnoException).code ?? '')) return;
    throw error;
  }
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!unable.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    closeSync(descriptor);
  }
}
