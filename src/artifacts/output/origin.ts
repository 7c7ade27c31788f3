import { hash } from 'node:crypto';
import type { SourceFile } from '../../diagnostics/span.ts';
import { heddleVersion } from '../../files/package.ts';

/** What an output was made from, as its manifest tells. */
export interface Origin {
  /** Version of heddle. */
  readonly heddle: string;
  readonly fabric: string;
  readonly design: string;
  /** SHA-256 over the contents of the files read, in hex; where they stand does not matter. */
  readonly input: string;
  /** Absent where the output has none. */
  readonly overrides?: Custom['overrides'];
  /** Absent where the output has none. */
  readonly extra?: Custom['extra'];
}

/** What of an output is the user's own, and not written by heddle. */
export interface Custom {
  /** Templates in the place of heddle's: path below the folder of `templates`, and SHA-256 of the text in hex. */
  readonly overrides: readonly { readonly path: string; readonly sha256: string }[];
  /** Devices with lines of the file's own. */
  readonly extra: readonly string[];
}

/** SHA-256 of a text as UTF-8, in hex. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** SHA-256 over the contents of the files read, and over templates by name, in hex; where they stand does not matter. */
export function inputDigest(files: readonly SourceFile[], overrides: Custom['overrides'] = []): string {
  const lines = [...files.map((file) => sha256(file.text)), ...overrides.map((one) => `${one.sha256} ${one.path}`)];
  return sha256(lines.map((line) => `${line}\n`).join(''));
}

/** Origin of an output of this heddle. */
export function originOf(fabric: string, design: string, files: readonly SourceFile[], custom?: Custom): Origin {
  const { overrides = [], extra = [] } = custom ?? {};
  return {
    heddle: heddleVersion(),
    fabric,
    design,
    input: inputDigest(files, overrides),
    ...(overrides.length > 0 ? { overrides } : {}),
    ...(extra.length > 0 ? { extra } : {}),
  };
}
