import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { KnownLab } from '../host/lab-record.ts';
import { runs } from '../host/process-identity.ts';
import { lastWords } from './boot-guest.ts';
import { type GuestRequest, guestProgram } from './guest-request.ts';
import { passInput } from './pass-input.ts';

/** Where a command that runs in a guest prints, and what ends it. */
export interface CarryOptions {
  readonly onOutput: (text: string) => void;
  readonly onError: (text: string) => void;
  /** Ends the command. */
  readonly signal: AbortSignal;
  /** What the command reads; it is used up. Absent: nothing. */
  readonly input?: Readable;
}

/** Follows a file that grows; gives what is new of it, in whole characters. */
function follow(path: string): () => string {
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(1 << 16);
  let position = 0;
  return () => {
    let text = '';
    try {
      const file = openSync(path, 'r');
      for (let size = -1; size !== 0; position += size) {
        size = readSync(file, buffer, 0, buffer.length, position);
        text += decoder.write(buffer.subarray(0, size));
      }
      closeSync(file);
    } catch (error) {
      // The guest has not made it yet.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    return text;
  };
}

function statusIn(folder: string): number | undefined {
  try {
    const text = readFileSync(join(folder, 'status'), 'utf8');
    return text.endsWith('\n') ? Number(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Most seconds until a guest that runs has begun with a request: it looks for some ten times a second. */
const takingSeconds = 60;

/** Most seconds that a command may take to end when it is told to: the guest kills it after 5. */
const endingSeconds = 15;

let requests = 0;

/** Makes a request, whole or not at all; gives its folder. */
function makeRequest(lab: KnownLab, request: GuestRequest, readsInput: boolean): string {
  const name = `${process.pid}-${Date.now()}-${(requests += 1)}`;
  const fresh = join(lab.folder, 'requests', `.${name}`);
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(join(fresh, 'alive'), '1\n');
  if (readsInput) writeFileSync(join(fresh, 'input'), '');
  // It holds the environment, with its secrets.
  writeFileSync(join(fresh, 'run'), guestProgram(request), { mode: 0o600 });
  const folder = join(lab.folder, 'requests', name);
  renameSync(fresh, folder);
  return folder;
}

/**
 * Runs a command in the guest of a lab, and prints what it prints while it runs.
 * @returns its exit status.
 * @throws ExpectedError where the guest ends before it.
 */
export async function carry(lab: KnownLab, request: GuestRequest, options: CarryOptions): Promise<number> {
  const { onOutput, onError, signal, input } = options;
  const folder = makeRequest(lab, request, input !== undefined);
  const stopInput = input && passInput(folder, input);
  const output = follow(join(folder, 'out'));
  const errors = follow(join(folder, 'err'));
  const pass = (): void => {
    const [error, out] = [errors(), output()];
    if (error !== '') onError(error);
    if (out !== '') onOutput(out);
  };
  const end = (): void => writeFileSync(join(folder, 'end'), '');
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  try {
    for (let round = 0, ending = 0; ending < endingSeconds * 20; round++) {
      const status = statusIn(folder);
      pass();
      if (status !== undefined) return status;
      if (signal.aborted) ending++;
      if (round === takingSeconds * 20 && !existsSync(join(folder, 'pid')))
        throw new ExpectedError('The guest does not answer', { hint: 'heddle lab down ends it' });
      if (!runs(lab.record.holder)) throw new ExpectedError(`The guest ended:\n${lastWords(lab.folder)}`);
      if (round % 20 === 19) writeFileSync(join(folder, 'alive'), `${round}\n`);
      await sleep(50);
    }
    throw new ExpectedError('The command in the guest does not end', { hint: 'heddle lab down ends the guest' });
  } finally {
    stopInput?.();
    signal.removeEventListener('abort', end);
    rmSync(folder, { recursive: true, force: true });
  }
}
