import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../diagnostics/span.ts';

/** What an output was made from, as its manifest tells. */
export interface Origin {
  /** Version of heddle. */
  readonly heddle: string;
  readonly fabric: string;
  readonly design: string;
  /** SHA-256 over the contents of the files read, in hex; where they stand does not matter. */
  readonly input: string;
}

let version: string | undefined;

/** Version of heddle, from its package.json. */
export function heddleVersion(): string {
  // The same depth below the package in `src` and in `dist`.
  const path = join(import.meta.dirname, '..', '..', '..', 'package.json');
  version ??= (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
  return version;
}

/** SHA-256 of a text as UTF-8, in hex. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** SHA-256 over the contents of the files read, in hex; where they stand does not matter. */
export function inputDigest(files: readonly SourceFile[]): string {
  return sha256(files.map((file) => `${sha256(file.text)}\n`).join(''));
}

/** Origin of an output of this heddle. */
export function originOf(fabric: string, design: string, files: readonly SourceFile[]): Origin {
  return { heddle: heddleVersion(), fabric, design, input: inputDigest(files) };
}
