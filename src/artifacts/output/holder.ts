import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../files/is-running.ts';

/** A process that has, or had, a work folder. */
export interface Holder {
  readonly id: string;
  readonly pid: number;
  /** When the process was started, as its kernel counts; tells it from a later one of the same number. */
  readonly started: string;
  readonly host: string;
  /** Where process numbers mean the same: a container has its own. */
  readonly processes: string;
  /** ISO 8601, in UTC. */
  readonly since: string;
}

/** After this time a holder whose process cannot be seen from here is taken for dead, in milliseconds. */
const farLimit = 3_600_000;

/** Clock ticks from the start of the system to that of the process; empty where no kernel tells it. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in parentheses may hold anything; proc(5) counts the state after it as field 3, the start as 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** This process, as it takes a folder now. */
export function thisHolder(): Holder {
  const { pid } = process;
  const since = new Date().toISOString();
  return { id: randomUUID(), pid, started: startOf(pid), host: hostname(), processes: processSpace(), since };
}

/** The holder that a file names; a damaged file, as a loss of power leaves it, names a dead one. */
function readHolder(folder: string, name: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, name), 'utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { id: `damaged-${name}`, pid: 0, started: '', host: hostname(), processes: processSpace(), since: '' };
  }
}

/** Name of the file by which the next process takes over from a dead one; only one process can make it. */
export function successorName({ id }: Holder): string {
  return `after-${id}`;
}

/** Name of the file that the first holder of a folder wrote. */
export const holderName = 'holder';

/** Who has a folder now: the first, or the last of those that took over from one another. */
export function holderOf(folder: string): Holder | undefined {
  let holder: Holder | undefined;
  for (let next = readHolder(folder, holderName); next; next = readHolder(folder, successorName(next))) holder = next;
  return holder;
}

/** True while the process runs that took the folder, as far as that can be seen from here. */
export function isAlive({ pid, started, host, processes, since }: Holder): boolean {
  if (host !== hostname() || processes !== processSpace()) return Date.now() - Date.parse(since) < farLimit;
  if (!isRunning(pid)) return false;
  const now = startOf(pid);
  return now === '' || started === '' || now === started;
}

/** `process 4711 is writing it since 2026-11-21 14:53:20 UTC`. */
export function describeHolder({ pid, host, processes, since }: Holder): string {
  const far = host !== hostname() || processes !== processSpace();
  const time = since.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
  return `process ${pid}${far ? ` on ${host}` : ''} has been writing it since ${time}`;
}
