import type { Device } from '../device/device.ts';
import type { Diagnostic, Problem, Related, Threshold } from '../diagnostics/diagnostic.ts';
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

/** Values of the thresholds of one rule, by their names. */
type Limits<Names extends string> = Readonly<Record<Names, number>>;

interface RuleSpec<Data, At extends Stage, Names extends string> extends Problem<Data> {
  readonly stage: At;
  /** Numbers that a config may change; `check` gets their values. */
  readonly thresholds?: Readonly<Record<Names, Threshold>>;
  readonly check: (subject: Subjects[At], report: Report<Data>, limits: Limits<Names>) => void;
}

/** A rule as the registry holds it: its data type is its own affair. */
export interface Rule extends Problem<never> {
  readonly stage: Stage;
  /** Finds nothing where the subject of its stage is not there. */
  readonly run: (subjects: Partial<Subjects>, given?: GivenLimits) => Diagnostic[];
}

/** Thresholds that a config gives a rule; the others keep their defaults. */
export type GivenLimits = Readonly<Record<string, number>>;

/**
 * Makes a rule from its explanation, its message and its check. A rule with thresholds says their names as the third
 * type: `defineRule<Crowded, 'fabric', 'most'>({ thresholds: { most: { … } }, check: (fabric, report, { most }) => … })`.
 */
export function defineRule<Data, At extends Stage, Names extends string = never>(
  spec: RuleSpec<Data, At, Names>,
): Rule {
  const thresholds = Object.entries<Threshold>(spec.thresholds ?? {});
  const usual = Object.fromEntries(thresholds.map(([name, threshold]) => [name, threshold.default]));
  return {
    ...spec,
    run(subjects, given) {
      const found: Diagnostic[] = [];
      const subject = subjects[spec.stage];
      if (!subject) return found;
      const limits = { ...usual, ...given } as Limits<Names>;
      spec.check(subject, (data, span, related) => found.push(diagnose(spec, data, span, related)), limits);
      return found;
    },
  };
}
