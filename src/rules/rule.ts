import type { Device } from '../device/device.ts';
import type { Diagnostic, Problem, Related } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import type { Fabric } from '../fabric/fabric.ts';
import type { Plan } from '../plan/plan.ts';

/** The device models, and the graph that tells which ports a cable joins and which line of the user made it. */
export interface LoweredFabric {
  readonly fabric: Fabric;
  readonly devices: readonly Device[];
}

/** What a rule of a stage looks at. */
export interface Subjects {
  readonly fabric: Fabric;
  readonly plan: Plan;
  readonly devices: LoweredFabric;
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
  /** Finds nothing where the subject of its stage is not there. */
  readonly run: (subjects: Partial<Subjects>) => Diagnostic[];
}

/** Makes a rule from its explanation, its message and its check. */
export function defineRule<Data, At extends Stage>(spec: RuleSpec<Data, At>): Rule {
  return {
    ...spec,
    run(subjects) {
      const found: Diagnostic[] = [];
      const subject = subjects[spec.stage];
      if (!subject) return found;
      spec.check(subject, (data, span, related) => found.push(diagnose(spec, data, span, related)));
      return found;
    },
  };
}
