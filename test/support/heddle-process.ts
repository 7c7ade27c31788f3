import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Verdict } from './verifier.ts';

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

/** What a shell would be given to run heddle from its source. */
export const heddleCommand = [process.execPath, '--import', import.meta.resolve('tsx'), main] as const;

/** A run of heddle in a process of its own. */
export interface HeddleProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Fulfilled when it ended; the status is null when a signal ended it. */
  readonly ended: Promise<Verdict>;
}

/** Starts heddle in a process of its own, by default as the user who runs the tests. */
export function startHeddle(args: readonly string[], options: { uid?: number; cwd?: string } = {}): HeddleProcess {
  const [program, ...first] = heddleCommand;
  const { uid, cwd } = options;
  const child = spawn(program, [...first, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
    ...(cwd === undefined ? {} : { cwd }),
  });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text));
  const ended = new Promise<Verdict>((resolve, reject) => {
    child.on('error', reject).on('close', (status) => resolve({ status, ...out }));
  });
  return { child, pid: child.pid ?? 0, ended };
}
