import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { SourceFile, Span } from '../../diagnostics/span.ts';
import { concealedRanges } from './concealed.ts';
import { fileIsText } from '../problems/files.ts';

/** Largest file that is read, in bytes: a hand-written file of the largest fabric is far below. */
const largestFile = 10_000_000;

/** Control characters that YAML does not allow, as no text has them. */
// oxlint-disable-next-line no-control-regex
const notText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

export type SourceResult =
  | { readonly file: SourceFile }
  /** The file is there and is no topology. */
  | { readonly diagnostic: Diagnostic }
  /** There is no file, or it may not be read. */
  | { readonly failure: ExpectedError };

/** Texts that stand in the place of what is on disk, by absolute path: files that are open in an editor. */
export type Overlay = ReadonlyMap<string, string>;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links lead in a circle',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ERR_INVALID_ARG_VALUE: 'that is no path',
};

/** What tells a file from others, whatever path leads to it. */
export function identityOf(path: string, overlay?: Overlay): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const absolute = resolve(path);
    // A file that was never saved is open in an editor only.
    if (overlay?.has(absolute)) return absolute;
    throw error;
  }
}

/**
 * Reads a topology file as text.
 * @param path as messages show it.
 * @param from where the file is named, if a file names it.
 */
export function readSource(path: string, from?: Span, overlay?: Overlay): SourceResult {
  const refuse = (reason: string): SourceResult => ({
    diagnostic: diagnose(fileIsText, { path, reason }, from ?? { file: { path, text: '' }, start: 0, end: 0 }),
  });
  const accept = (text: string): SourceResult =>
    notText.test(text) ? refuse('it holds binary data') : { file: { path, text, concealed: concealedRanges(text) } };
  const tooLarge = `it is larger than ${largestFile / 1e6} MB`;
  const open = overlay?.get(resolve(path));
  if (open !== undefined) return open.length > largestFile ? refuse(tooLarge) : accept(open);
  let bytes: Buffer;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return refuse('it is a directory');
    if (!stat.isFile()) return refuse('it is not a regular file');
    if (stat.size > largestFile) return refuse(tooLarge);
    bytes = readFileSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    return { failure: new ExpectedError(`Cannot read ${path}: ${reasons[code] ?? code}`, { cause }) };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('it is not UTF-8 text');
  }
  return accept(text);
}
