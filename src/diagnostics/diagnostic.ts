import { withoutConcealed } from './conceal.ts';
import { printable } from './printable.ts';
import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A second place that explains a diagnostic: the first of two duplicates, the pool that ran out. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** Text in place of a part of a file. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The one right repair of a mistake; its edits do not overlap. */
export interface Fix {
  /** What it does, as an editor offers it. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** One mistake or doubt about the user's input. Immutable; printed by a format. */
export interface Diagnostic {
  /** Stable code such as `FAB014`; the prefix names the stage (TOPO, FAB, PLAN, DEV, TGT). */
  readonly code: string;
  /** Name of the rule: a sentence in kebab case. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The place a person must change. */
  readonly span: Span;
  readonly related: readonly Related[];
  readonly hint?: string;
  readonly fix?: Fix;
}

/** A number of a rule that `heddle.config.yaml` may change. */
export interface Threshold {
  readonly default: number;
  /** Least and greatest value that makes sense. */
  readonly minimum: number;
  readonly maximum: number;
  /** True where only integers make sense. */
  readonly integer?: boolean;
  /** Such as `addresses` or `ms`; absent for a ratio. */
  readonly unit?: string;
  /** What it bounds, as a sentence. */
  readonly description: string;
}

/** What a rule means, why, and how it looks wrong and right; `heddle explain` prints it. */
export interface Explanation {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** One sentence: what must hold. */
  readonly summary: string;
  /** Why it matters: what breaks on the wire otherwise. */
  readonly why: string;
  /** Where that is written: RFC, vendor guide, measurement. */
  readonly source?: string;
  /**
   * Topology text that breaks the rule, and its repair. Top-level keys replace those of the example
   * topology (`example.ts` in rules), unless `whole` says that the text is a whole file.
   */
  readonly example: { readonly wrong: string; readonly right: string; readonly whole?: boolean };
  /** Numbers of the rule that a config may change, by name. */
  readonly thresholds?: Readonly<Record<string, Threshold>>;
  /** Present where some of the mistakes have exactly one right repair. */
  readonly fix?: (data: never, span: Span) => Fix | undefined;
}

/** A kind of diagnostic: its explanation, and its message made from typed data. */
export interface Problem<Data> extends Explanation {
  readonly message: (data: Data) => string;
  readonly hint?: (data: Data) => string | undefined;
  /** The one right repair of the mistake at `span`; undefined where there is more than one, or none is certain. */
  readonly fix?: (data: Data, span: Span) => Fix | undefined;
}

/** Gives `problem` its data type; the one way to make a problem. */
export function defineProblem<Data>(problem: Problem<Data>): Problem<Data> {
  return problem;
}

/** Makes the diagnostic of a problem at a place. */
export function diagnose<Data>(
  problem: Problem<Data>,
  data: Data,
  span: Span,
  related: readonly Related[] = [],
): Diagnostic {
  const hint = problem.hint?.(data);
  const fix = problem.fix?.(data, span);
  return {
    code: problem.code,
    rule: problem.name,
    severity: problem.severity,
    message: printable(withoutConcealed(problem.message(data), span)),
    span,
    related,
    ...(hint === undefined ? {} : { hint: printable(withoutConcealed(hint, span)) }),
    ...(fix === undefined ? {} : { fix: { ...fix, title: printable(withoutConcealed(fix.title, span)) } }),
  };
}

/** True when any diagnostic is an error, so that nothing may be written. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
