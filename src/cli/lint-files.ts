import { type Stats, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import { compareText } from '../diagnostics/sort.ts';
import { attempt } from '../files/attempt.ts';

/** What heddle itself keeps beside topologies. */
const ofHeddle = /(?:\.lock\.json|(?:^|\/)heddle\.config\.ya?ml)$/;

/** The topologies that lie in a folder itself: those below it are mostly parts that others include. */
function inFolder(folder: string): string[] {
  const names = attempt(`read ${folder}`, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name) && !ofHeddle.test(entry.name))
    .map((entry) => join(folder, entry.name));
  if (names.length > 0) return names;
  throw new ExpectedError(`There is no topology in ${folder}`, {
    hint: `its own *.yaml and *.yml would be; "${folder.replace(/\/+$/, '')}/**/*.yaml" finds those in its folders, too`,
  });
}

/** The files of a pattern, which a shell that was told to leave it alone did not expand. */
async function matching(pattern: string): Promise<string[]> {
  // Loaded only here: plain names are the common case, and start faster without.
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return [pattern];
  // The folder that the pattern names plainly: what is left out is told by the path below it.
  const folder = pattern.slice(0, pattern.slice(0, pattern.search(/[*?[\]{}()!+@\\]/)).lastIndexOf('/') + 1);
  const found = await glob(pattern.slice(folder.length), {
    cwd: folder === '' ? '.' : folder,
    expandDirectories: false,
    ignore: '**/node_modules/**',
  });
  const files = found.filter((path) => !ofHeddle.test(path)).map((path) => join(folder, path));
  if (files.length > 0) return files;
  throw new ExpectedError(`No file matches ${pattern}`, {
    hint: 'a pattern knows *, **, ?, […] and {…,…}; files in hidden folders and in node_modules are left out',
  });
}

async function expand(argument: string): Promise<string[]> {
  let kind: Stats | undefined;
  try {
    kind = statSync(argument, { throwIfNoEntry: false });
  } catch {
    // Reading it says what is the matter.
    return [argument];
  }
  if (kind?.isDirectory()) return inFolder(argument);
  // A file that is there is meant, whatever its name looks like.
  return kind ? [argument] : matching(argument);
}

/** What the arguments of a command name. */
export interface NamedFiles {
  /** Each once, in order of their paths. */
  readonly files: readonly string[];
  /** Arguments that name nothing. */
  readonly failures: readonly { readonly path: string; readonly error: ExpectedError }[];
}

/** The files that names, folders and patterns stand for. A name of nothing stands for itself: reading it says why. */
export async function namedFiles(given: readonly string[]): Promise<NamedFiles> {
  const files = new Map<string, string>();
  const failures: { path: string; error: ExpectedError }[] = [];
  for (const argument of new Set(given)) {
    try {
      for (const path of await expand(argument)) {
        const shown = path.replaceAll(sep, '/').replace(/^(?:\.\/+)+(?=.)/, '');
        const key = resolve(path);
        const before = files.get(key);
        if (before === undefined || compareText(shown, before) < 0) files.set(key, shown);
      }
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      failures.push({ path: argument, error });
    }
  }
  return { files: [...files.values()].sort(compareText), failures };
}
