import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { rules as registry } from './registry.gen.ts';
import type { GivenLimits, Rule, Stage, Subjects } from './rule.ts';

/**
 * Runs every rule of the stages; never stops at the first mistake. Sorted, without repeats.
 * @param limits thresholds that are not the default ones, by code of the rule.
 */
export function runRules(
  stages: Stage | readonly Stage[],
  subjects: Partial<Subjects>,
  rules: readonly Rule[] = registry,
  limits: ReadonlyMap<string, GivenLimits> = new Map(),
): Diagnostic[] {
  const chosen = new Set<Stage>(typeof stages === 'string' ? [stages] : stages);
  return sortDiagnostics(
    rules.filter((rule) => chosen.has(rule.stage)).flatMap((rule) => rule.run(subjects, limits.get(rule.code))),
  );
}
