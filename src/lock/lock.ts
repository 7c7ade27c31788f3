import type { Span } from '../diagnostics/span.ts';
import type { Allocations } from '../plan/plan.ts';

/** Version of the form of a lock file. */
export const lockVersion = 1;

/** What decided the allocations besides the names: pools, lengths, platforms. When one changes, what stood in it moves. */
export type Facts = ReadonlyMap<string, string>;

/** The content of a lock file. */
export interface Lock {
  readonly fabric: string;
  /** SHA-256 over the topology that the allocations were made from: its data, not its layout. */
  readonly input: string;
  readonly facts: Facts;
  readonly allocations: Allocations;
  /** Allocations of what is no longer there. */
  readonly resting: Allocations;
}

/** A lock as it was read: what of it is sound, and where each of its lines stands. */
export interface ReadLock extends Lock {
  /** Span of an entry: of its line in the file. */
  readonly spanOf: (key: string) => Span;
}

/** All that a lock holds on to, resting or not. */
export function heldBy(lock: Lock): Allocations {
  return new Map([...lock.resting, ...lock.allocations]);
}
