import { type ExecFileException, execFile } from 'node:child_process';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { enterOwnUsers } from './own-users.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** What a command in a lab left. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Device whose network namespace the command is in; absent: the lab's own. */
  readonly device?: string;
  readonly input?: string;
  /** Most seconds that it may take: 120 when not given. */
  readonly seconds?: number;
}

/** Where a machine has its own programs, ahead of what users have put before them. */
const systemPath = '/usr/sbin:/usr/bin:/sbin:/bin';

/** Runs commands inside the namespaces of a lab. */
export class Namespaces {
  readonly #first: ProcessIdentity;

  /** @param first the first process in the namespaces. */
  constructor(first: ProcessIdentity) {
    this.#first = first;
  }

  /** A command line that enters the lab, and a device in it, for whoever starts it. */
  entering(device: string | undefined, command: readonly string[]): string[] {
    const { pid } = this.#first;
    const all = ['--mount', '--pid', '--uts', '--ipc', '--net'];
    return [
      'nsenter',
      '--target',
      String(pid),
      ...enterOwnUsers(),
      ...all,
      ...(device === undefined ? [] : ['nsenter', `--net=/run/netns/${device}`]),
      ...command,
    ];
  }

  /** Runs a command and gives what it left, whatever that is. */
  async try(command: readonly string[], { device, input, seconds = 120 }: RunOptions = {}): Promise<Ran> {
    const [program = '', ...args] = this.entering(device, command);
    return new Promise((resolve) => {
      const options = {
        encoding: 'utf8',
        timeout: seconds * 1000,
        killSignal: 'SIGKILL',
        maxBuffer: 64 << 20,
      } as const;
      const done = (error: ExecFileException | null, stdout: string, stderr: string): void => {
        const status = error ? (typeof error.code === 'number' ? error.code : 255) : 0;
        resolve({ status, stdout, stderr: error?.killed ? `${stderr}it took more than ${seconds} s` : stderr });
      };
      const env = { ...process.env, PATH: `${systemPath}:${process.env['PATH'] ?? ''}` };
      const child = execFile(program, args, { ...options, env, cwd: '/' }, done);
      child.stdin?.on('error', () => {});
      child.stdin?.end(input ?? '');
    });
  }

  /**
   * Runs a command and gives what it printed.
   * @throws ExpectedError when it fails, with what it said.
   */
  async run(command: readonly string[], options: RunOptions = {}): Promise<string> {
    const { status, stdout, stderr } = await this.try(command, options);
    if (status === 0) return stdout;
    const where = options.device === undefined ? 'the lab' : options.device;
    const said = stderr.trim() || stdout.trim() || `status ${status}`;
    throw new ExpectedError(`${command.slice(0, 3).join(' ')} failed in ${where}: ${said}`);
  }

  /** Runs lines of shell, each of which must succeed. */
  async script(lines: readonly string[], options: Omit<RunOptions, 'input'> = {}): Promise<string> {
    return this.run(['sh', '-e'], { ...options, input: `${lines.join('\n')}\n` });
  }
}
