import { missingSecret } from '../../pipeline/problems.ts';
import type { Compilation, CompileOptions } from '../../pipeline/compilation.ts';
import { compile } from '../../pipeline/compile.ts';

/**
 * Compiles with secrets where all can be had, else with placeholders: a plan must not need them.
 * @returns whether they are placeholders.
 */
export function compileForPlan(file: string, options: CompileOptions): { result: Compilation; redacted: boolean } {
  const result = compile(file, { ...options, redact: false });
  const lacking = result.diagnostics.some(({ code }) => code === missingSecret.code);
  return lacking
    ? { result: compile(file, { ...options, redact: true }), redacted: true }
    : { result, redacted: false };
}
