import { sha256 } from '../artifacts/output/index.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type Lock, type ReadLock, findMoves, heldBy, lockOf, lockPath, readLock, sameFabric } from '../lock/index.ts';
import type { Allocations, Plan } from '../plan/plan.ts';
import type { Topology } from '../topology/topology.ts';

/** The lock of a topology file: as it is, and as a build leaves it. */
export interface LockState {
  /** Path of the lock file, whether it is there or not. */
  readonly path: string;
  /** Absent where there is no lock file yet. */
  readonly before?: ReadLock;
  readonly after: Lock;
}

/** Allocations that a build starts from, and what is wrong with the file that holds them. */
export interface Beginning {
  readonly lock?: ReadLock;
  readonly allocations: Allocations;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the lock beside a topology file; one of another fabric is refused. */
export function beginWithLock(file: string, topology: Topology): Beginning {
  const { lock, diagnostics } = readLock(file);
  const fabric = topology.data.name;
  if (!lock) return { allocations: new Map(), diagnostics };
  if (lock.fabric === fabric) return { lock, allocations: heldBy(lock), diagnostics };
  const foreign = diagnose(sameFabric, { lock: lock.fabric, fabric }, lock.spanOf('fabric'));
  return { allocations: new Map(), diagnostics: [...diagnostics, foreign] };
}

/** The lock that a plan leaves, and what it moves against the one before. */
export function endWithLock(
  file: string,
  plan: Plan,
  lock: ReadLock | undefined,
): { state: LockState; diagnostics: Diagnostic[] } {
  const after = lockOf(plan, () => sha256(JSON.stringify(plan.fabric.topology.data)));
  const state = { path: lockPath(file), ...(lock ? { before: lock } : {}), after };
  return { state, diagnostics: lock ? findMoves(lock, after, plan.fabric.earlier.all) : [] };
}
