import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import { lintFile } from '../lint/lint-file.ts';
import type { Compilation } from '../pipeline/compilation.ts';
import { requiredProperties } from '../topology/problems/shape.ts';
import type { Overlay } from '../topology/read.ts';
import { kindOfText } from './kind-of-text.ts';

/** What is kept of a compilation: not the device models, which are most of a large fabric. */
export type Whole = Required<Pick<Compilation, 'topology' | 'fabric' | 'plan'>>;

/** A topology file as it was when it was last looked at. */
export interface Analysis {
  /** Absolute path of the file. */
  readonly path: string;
  /** Absolute paths of the file and of all that it includes. */
  readonly files: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Why the file could not be looked at, though nothing in it is wrong: its lock may not be read. */
  readonly failure?: string;
  /** Names are looked up here while the file is half-typed: the last compilation that came as far as a plan. */
  readonly whole?: Whole;
}

/** What a part of a topology lacks is in the file that includes it. */
function isMissingAtTop({ code, span }: Diagnostic): boolean {
  if (code !== requiredProperties.code) return false;
  const above = span.file.text.slice(0, span.start).replaceAll(/^[ \t]*(?:#.*|---.*)$/gm, '');
  return above.trim() === '';
}

/**
 * Looks at a topology file.
 * @param overlay texts of the files that are open.
 * @param before what was found the last time.
 */
export function analyse(path: string, overlay: Overlay, before: Analysis | undefined): Analysis {
  const nothing = { path, files: new Set([path]), diagnostics: [] };
  const text = overlay.get(path);
  const kind = text === undefined ? 'topology' : kindOfText(text);
  if (kind === 'other') return nothing;
  try {
    const { compilation, diagnostics } = lintFile(path, { overlay });
    const { topology, fabric, plan } = compilation;
    const whole = topology && fabric && plan ? { topology, fabric, plan } : before?.whole;
    return {
      path,
      files: new Set([
        path,
        ...[...compilation.files, compilation.config ?? []].flat().map((file) => resolve(file.path)),
      ]),
      diagnostics: kind === 'part' ? diagnostics.filter((one) => !isMissingAtTop(one)) : diagnostics,
      ...(whole ? { whole } : {}),
    };
  } catch (error) {
    if (error instanceof ExpectedError) return { ...nothing, failure: error.message };
    throw error;
  }
}
