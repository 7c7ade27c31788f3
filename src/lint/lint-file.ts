import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compile } from '../pipeline/compile.ts';

/** What is wrong in a topology file. */
export interface LintResult {
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Says everything that is wrong in a topology file.
 * @throws ExpectedError when it cannot be read at all.
 */
export function lintFile(file: string): LintResult {
  return { diagnostics: compile(file).diagnostics };
}
