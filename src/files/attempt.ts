import { ExpectedError } from '../diagnostics/expected-error.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use, or a mount point',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file is in the way',
  EIO: 'the disk reported an error',
  EISDIR: 'it is a directory',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'there is no such file or directory',
  ENOSPC: 'no space is left on the device',
  ENOTDIR: 'a part of the path is a file, not a directory',
  ENOTEMPTY: 'something else was written there meanwhile',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
};

/**
 * Runs an action on files.
 * @param doing what it does, for the message: `write out/x/manifest.json`.
 * @throws ExpectedError when the system refuses; other errors as they are.
 */
export function attempt<Result>(doing: string, action: () => Result): Result {
  try {
    return action();
  } catch (cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw cause;
    throw new ExpectedError(`Cannot ${doing}: ${reasons[code] ?? code}`, { cause });
  }
}
