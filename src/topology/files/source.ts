import { readFileSync, statSync } from 'node:fs';
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

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links lead in a circle',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ERR_INVALID_ARG_VALUE: 'that is no path',
};

/**
 * Reads a topology file as text.
 * @param path as messages show it.
 * @param from where the file is named, if a file names it.
 */
export function readSource(path: string, from?: Span): SourceResult {
  const refuse = (reason: string): SourceResult => ({
    diagnostic: diagnose(fileIsText, { path, reason }, from ?? { file: { path, text: '' }, start: 0, end: 0 }),
  });
  let bytes: Buffer;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return refuse('it is a directory');
    if (!stat.isFile()) return refuse('it is not a regular file');
    if (stat.size > largestFile) return refuse(`it is larger than ${largestFile / 1e6} MB`);
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
  if (notText.test(text)) return refuse('it holds binary data');
  return { file: { path, text, concealed: concealedRanges(text) } };
}
