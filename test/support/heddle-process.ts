import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Verdict, run } from './verifier.ts';

const root = join(import.meta.dirname, '..', '..');

/** A run of heddle in a process of its own. */
export interface HeddleProcess {
  readonly child: ChildProcess;
  /** Fulfilled when it ended; the status is null when a signal ended it. */
  readonly ended: Promise<Verdict>;
}

/** Starts heddle in a process of its own, by default as the user who runs the tests. */
export type StartHeddle = (args: readonly string[], options?: StartOptions) => HeddleProcess;

interface StartOptions {
  readonly uid?: number;
  /** A module that is run before heddle, in its process. */
  readonly before?: string;
}

/** Builds the sources as they are now into a package of its own, as an installed one starts much faster. */
function build(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-package-'));
  chmodSync(folder, 0o755);
  for (const name of ['package.json', 'templates', 'node_modules']) symlinkSync(join(root, name), join(folder, name));
  const { status, stderr } = run(process.execPath, [join(root, 'scripts', 'bundle.mjs'), join(folder, 'dist')]);
  if (status !== 0) throw new Error(`not built: ${stderr}`);
  return folder;
}

/** Builds heddle for the tests of a file; gives what starts it, and the program for tests that start it otherwise. */
export function useHeddle(): { start: StartHeddle; main: () => string } {
  let folder = '';
  beforeAll(() => {
    folder = build();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const main = () => join(folder, 'dist', 'cli', 'main.cjs');
  const start: StartHeddle = (args, { uid, before } = {}) => {
    const child = spawn(process.execPath, [...(before === undefined ? [] : ['--import', before]), main(), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    const out = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text));
    const ended = new Promise<Verdict>((resolve, reject) => {
      child.on('error', reject).on('close', (status) => resolve({ status, ...out }));
    });
    return { child, ended };
  };
  return { start, main };
}
