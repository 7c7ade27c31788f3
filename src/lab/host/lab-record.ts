import { lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { Cut } from '../network/cut.ts';
import { type ProcessIdentity, runs } from './process-identity.ts';

/** Where the namespaces of a lab are: in the running kernel, or in that of a guest, which user-mode-linux runs. */
export type Backend = 'namespaces' | 'uml';

/** What a lab's folder says of it. */
export interface LabRecord {
  /** Name of the lab, and of its folder. */
  readonly name: string;
  /** Absolute path of the topology file. */
  readonly file: string;
  /** Design that was asked for in place of the file's own. */
  readonly design?: string;
  readonly backend: Backend;
  readonly cut: Cut;
  /** The process that holds the namespaces; all of the lab ends with it. */
  readonly holder: ProcessIdentity;
  /** The process that started the lab. */
  readonly creator: ProcessIdentity;
  /** When it was started, in ISO 8601. */
  readonly since: string;
}

/** running: it can be used. starting: somebody is at it. dead: it was killed, and what is left of it may be removed. */
export type LabState = 'running' | 'starting' | 'dead';

/** A lab that is in the runtime folder. */
export interface KnownLab {
  readonly folder: string;
  readonly record: LabRecord;
  readonly state: LabState;
}

const recordFile = 'lab.json';
const readyFile = 'ready';

/**
 * Where labs are noted: a folder of the user's that does not outlive the machine.
 * @throws ExpectedError where somebody else has taken its place.
 */
export function runtimeFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment['XDG_RUNTIME_DIR'];
  const user = process.getuid?.();
  if (named || user === 0) return join(named || '/run', 'heddle-labs');
  const own = join(tmpdir(), `heddle-labs-${user}`);
  const found = lstatSync(own, { throwIfNoEntry: false });
  if (found && (found.uid !== user || !found.isDirectory())) {
    throw new ExpectedError(`${own} is not your own folder`, { hint: 'XDG_RUNTIME_DIR names another place for labs' });
  }
  return own;
}

function readRecord(folder: string): LabRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, recordFile), 'utf8')) as LabRecord;
  } catch {
    return undefined;
  }
}

function isReady(folder: string): boolean {
  try {
    return readFileSync(join(folder, readyFile), 'utf8') !== '';
  } catch {
    return false;
  }
}

/** Every lab that is noted, by name. */
export function knownLabs(runtime: string): KnownLab[] {
  let names: string[];
  try {
    names = readdirSync(runtime).toSorted();
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const folder = join(runtime, name);
    const record = readRecord(folder);
    if (!record) return [];
    const alive = runs(record.holder);
    const state = alive && isReady(folder) ? 'running' : alive && runs(record.creator) ? 'starting' : 'dead';
    return [{ folder, record, state }];
  });
}

/** Notes a new lab, whole or not at all; false where one of the name is there. */
export function noteLab(runtime: string, record: LabRecord): boolean {
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  const folder = join(runtime, record.name);
  const fresh = join(runtime, `.${record.name}-${record.creator.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  try {
    writeFileSync(join(fresh, recordFile), `${JSON.stringify(record, undefined, 2)}\n`);
    renameSync(fresh, folder);
    return true;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** Notes that a lab can be used. */
export function noteReady(folder: string): void {
  writeFileSync(join(folder, readyFile), 'ready\n');
}
