import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Compilation, CompileOptions } from '../pipeline/compilation.ts';
import { compile } from '../pipeline/compile.ts';

/** What is wrong in a topology file. */
export interface LintResult {
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the file compiled to, as far as it went. */
  readonly compilation: Compilation;
}

export type LintFileOptions = Pick<CompileOptions, 'overlay'>;

/**
 * Says everything that is wrong in a topology file.
 * @throws ExpectedError when it cannot be read at all.
 */
export function lintFile(file: string, { overlay }: LintFileOptions = {}): LintResult {
  const compilation = compile(file, overlay ? { overlay } : {});
  return { diagnostics: compilation.diagnostics, compilation };
}
