import type { Compiled } from '../../analysis/change/describe-change.ts';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { CompileOptions } from '../../pipeline/compilation.ts';
import { compile } from '../../pipeline/compile.ts';
import { missingSecret } from '../../pipeline/problems.ts';
import type { LockState } from '../../pipeline/use-lock.ts';

export interface CompiledForPlan {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where there are errors. */
  readonly ready?: Compiled & {
    readonly lock: LockState;
    /** True where secrets are placeholders. */
    readonly redacted: boolean;
  };
}

/** Compiles with secrets where all can be had, else with placeholders: a plan does not need them. */
export function compileForPlan(file: string, options: CompileOptions): CompiledForPlan {
  let result = compile(file, options);
  const redacted = result.diagnostics.some(({ code }) => code === missingSecret.code);
  if (redacted) result = compile(file, { ...options, redact: true });
  const { plan, lock, devices, diagnostics, artifacts } = result;
  if (hasErrors(diagnostics) || !plan || !lock) return { diagnostics };
  return { diagnostics, ready: { plan, lock, devices, artifacts, redacted } };
}
