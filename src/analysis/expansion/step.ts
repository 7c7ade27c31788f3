import type { StepKind } from './move.ts';

/** A cable with both ends as their switches spell them. */
export interface StepCable {
  readonly id: string;
  readonly a: { readonly device: string; readonly port: string };
  readonly z: { readonly device: string; readonly port: string };
}

/** Lines for switches: commands, lines of config mode, or what changes in their files. */
export interface StepSnippet {
  readonly devices: readonly string[];
  readonly mode: 'commands' | 'config' | 'changes';
  readonly lines: readonly string[];
}

/** A command to run on switches, and what each must show. */
export interface StepCheck {
  readonly devices: readonly string[];
  readonly command: string;
  readonly expect: string;
}

/** One step of a change: what an operator does, checks, and does to go back. */
export interface Step {
  /** From 1. */
  readonly number: number;
  readonly kind: StepKind;
  readonly title: string;
  readonly devices: readonly string[];
  readonly actions: readonly string[];
  readonly cables: readonly StepCable[];
  readonly snippets: readonly StepSnippet[];
  readonly checks: readonly StepCheck[];
  /** Fewest paths of any rack that the change keeps, as the graph says; absent where it keeps none. See `checkPaths`. */
  readonly paths?: { readonly before: number; readonly after: number };
  /** False where some rack has lost more than one path, or its last; a warning says which. */
  readonly holds: boolean;
  readonly warnings: readonly string[];
  readonly rollback: string;
}
