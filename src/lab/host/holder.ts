import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { ownUsers } from './own-users.ts';
import { type ProcessIdentity, childrenOf, identify, runs } from './process-identity.ts';

/** All that a lab is in: when its first process ends, the rest of it ends too. */
const isolation = ['--mount', '--pid', '--net', '--uts', '--ipc', '--fork', '--kill-child=KILL', '--mount-proc'];

/** The process that holds the namespaces of a lab, which waits until the lab is noted. */
export interface Holder {
  readonly identity: ProcessIdentity;
  /** Lets it go on. */
  release(): void;
}

/** What holds a lab. */
export interface HolderOptions {
  /** The lab ends with this process, however that ends. */
  readonly transient: boolean;
  /** Shell program of the first process in the namespaces: its first line waits for a line that says that the lab is noted. */
  readonly first: string;
  /** Its `$1` and so on. */
  readonly words: readonly string[];
}

/** Starts the process that holds a lab's namespaces. */
export function startHolder({ first, words, ...options }: HolderOptions): Holder {
  const inside = ['sh', '-c', first, 'sh', ...words];
  const [command = '', ...args] = [
    ...(options.transient ? ['setpriv', '--pdeathsig', 'KILL'] : []),
    'unshare',
    ...ownUsers(),
    ...isolation,
  ];
  const child: ChildProcess = spawn(command, [...args, ...inside], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (!identity) throw new ExpectedError(`Cannot start ${command}: a lab needs util-linux`);
  child.on('error', () => {});
  child.stdin?.on('error', () => {});
  child.unref();
  return {
    identity,
    release() {
      child.stdin?.end('go\n');
    },
  };
}

/** The first process in a lab's namespaces; undefined where there is none. */
export function firstInside(holder: ProcessIdentity): ProcessIdentity | undefined {
  const [pid] = runs(holder) ? childrenOf(holder.pid) : [];
  return pid === undefined ? undefined : identify(pid);
}

function kill({ pid }: ProcessIdentity): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was quicker.
  }
}

/** Waits until processes are gone; false where they are not within the time. */
async function end(processes: readonly ProcessIdentity[], milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited <= milliseconds; waited += 20) {
    if (!processes.some(runs)) return true;
    await sleep(20);
  }
  return false;
}

/** Ends all processes of a lab, and with them its namespaces and mounts. */
export async function endHolder(holder: ProcessIdentity): Promise<void> {
  const inner = firstInside(holder);
  if (inner) kill(inner);
  // It buries its child, and then has nothing to do any more.
  if (inner && (await end([inner, holder], 2000))) return;
  if (runs(holder)) kill(holder);
  if (await end(inner ? [inner, holder] : [holder], 10_000)) return;
  throw new ExpectedError(`Process ${holder.pid} of the lab does not end`);
}
