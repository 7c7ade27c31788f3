import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { rules as registry } from './registry.gen.ts';
import type { Rule, Stage, Subjects } from './rule.ts';

/** Runs every rule of the stages; never stops at the first mistake. Sorted, without repeats. */
export function runRules(
  stages: Stage | readonly Stage[],
  subjects: Partial<Subjects>,
  rules: readonly Rule[] = registry,
): Diagnostic[] {
  const chosen = new Set<Stage>(typeof stages === 'string' ? [stages] : stages);
  return sortDiagnostics(rules.filter((rule) => chosen.has(rule.stage)).flatMap((rule) => rule.run(subjects)));
}
