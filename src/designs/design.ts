import type { DesignTraits } from '../fabric/design-traits.ts';
import type { Plan } from '../plan/plan.ts';
import type { Drafts } from './draft.ts';

/** A part of a design: it adds its share to the devices of the whole fabric. */
export interface Layer {
  readonly name: string;
  readonly apply: (plan: Plan, drafts: Drafts) => void;
}

/** A way for the fabric to forward: a list of layers, applied in order. */
export interface Design {
  readonly name: string;
  /** One line for lists of designs. */
  readonly summary: string;
  /** What it asks of graph and plan. */
  readonly traits: DesignTraits;
  readonly layers: readonly Layer[];
}
