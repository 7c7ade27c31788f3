import type { Diagnostic, Problem, Related } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import type { Fabric } from '../fabric/fabric.ts';
import type { Plan } from '../plan/plan.ts';

/** What a rule of a stage looks at. */
export interface Subjects {
  readonly fabric: Fabric;
  readonly plan: Plan;
}

export type Stage = keyof Subjects;

type Report<Data> = (data: Data, span: Span, related?: readonly Related[]) => void;

interface RuleSpec<Data, At extends Stage> extends Problem<Data> {
  readonly stage: At;
  readonly check: (subject: Subjects[At], report: Report<Data>) => void;
}

/** A rule as the registry holds it: its data type is its own affair. */
export interface Rule extends Problem<never> {
  readonly stage: Stage;
  readonly run: (subjects: Subjects) => Diagnostic[];
}

/** Makes a rule from its explanation, its message and its check. */
export function defineRule<Data, At extends Stage>(spec: RuleSpec<Data, At>): Rule {
  return {
    ...spec,
    run(subjects) {
      const found: Diagnostic[] = [];
      spec.check(subjects[spec.stage], (data, span, related) => found.push(diagnose(spec, data, span, related)));
      return found;
    },
  };
}
