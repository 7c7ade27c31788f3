import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { KnownLab } from '../host/lab-record.ts';
import { type LabQuery, beginLab, removeLab } from '../host/labs.ts';
import { runs } from '../host/process-identity.ts';
import type { Cut } from '../network/cut.ts';
import { guestAgent } from './guest-agent.ts';
import { guestCommand, guestHolder } from './guest-command.ts';
import { folderForMemory, guestMemory } from './guest-memory.ts';

/** What a guest is booted for. */
export interface GuestOptions {
  /** It ends with this process, however that ends. */
  readonly transient: boolean;
  readonly cut: Cut;
  /** How many devices it is to run. */
  readonly devices: number;
  /** Ends it while it boots. */
  readonly signal: AbortSignal;
}

/** Most seconds that a guest may take until it answers. */
const bootSeconds = 180;

/** The last lines that a guest's kernel and its first process printed. */
export function lastWords(folder: string): string {
  try {
    return readFileSync(join(folder, 'console'), 'utf8').trim().split('\n').slice(-5).join('\n');
  } catch {
    return '';
  }
}

async function isUp({ folder, record }: KnownLab, signal: AbortSignal): Promise<boolean> {
  for (let waited = 0; waited < bootSeconds * 1000; waited += 50) {
    if (existsSync(join(folder, 'up'))) return true;
    if (signal.aborted || !runs(record.holder)) return false;
    await sleep(50);
  }
  return false;
}

function prepare(folder: string): void {
  mkdirSync(join(folder, 'requests'), { mode: 0o700 });
  writeFileSync(join(folder, 'agent'), guestAgent, { mode: 0o700 });
}

/**
 * Boots a guest for a new lab, and notes it.
 * @throws ExpectedError where it does not come up, with what it said.
 */
export async function bootGuest(query: LabQuery, { transient, cut, devices, signal }: GuestOptions): Promise<KnownLab> {
  const memory = guestMemory(devices);
  const memoryFolder = folderForMemory(memory);
  if (/["\n]/.test(query.runtime)) throw new ExpectedError(`A guest cannot be told of the folder ${query.runtime}`);
  const known = await beginLab(query, {
    transient,
    cut,
    backend: 'uml',
    first: guestHolder,
    words: (folder) => [folder, ...guestCommand({ folder, memory, memoryFolder })],
    prepare,
  });
  if (await isUp(known, signal)) return known;
  const said = lastWords(known.folder);
  await removeLab(known);
  throw new ExpectedError(`The guest did not come up:\n${said || 'it said nothing'}`);
}
