import { readFileSync } from 'node:fs';

/** A process: its number, and when it started, since numbers are used again. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks since the machine started (proc(5), `stat`). */
  readonly started: string;
}

/** The process that has a number now; undefined where none has, or only a dead one. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const started = fields[19];
    return started === undefined || state === 'Z' || state === 'X' ? undefined : { pid, started };
  } catch {
    return undefined;
  }
}

/** True while the same process runs. */
export function runs({ pid, started }: ProcessIdentity): boolean {
  return identify(pid)?.started === started;
}

/** Numbers of a process's children. */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
