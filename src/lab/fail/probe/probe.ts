import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import type { Question } from './protocol.ts';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A probe that runs on a server of a lab, and answers questions. */
export class Probe {
  readonly server: string;
  readonly #child: ChildProcess;
  readonly #waiting: Waiting[] = [];
  #said = '';
  #ended = false;

  /** @param command command line that starts it on the server. */
  constructor(server: string, command: readonly string[]) {
    this.server = server;
    const [program = '', ...args] = command;
    this.#child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], cwd: '/' });
    const { stdout, stderr, stdin } = this.#child;
    stdin?.on('error', () => {});
    stderr?.on('data', (text: Buffer) => {
      this.#said = `${this.#said}${text.toString()}`.slice(-2000);
    });
    if (stdout)
      createInterface({ input: stdout }).on('line', (line) => this.#waiting.shift()?.resolve(JSON.parse(line)));
    this.#child.on('error', () => this.#fail());
    this.#child.on('close', () => this.#fail());
  }

  #fail(): void {
    this.#ended = true;
    const said = this.#said.trim().split('\n').at(-1) ?? '';
    for (const { reject } of this.#waiting.splice(0))
      reject(new ExpectedError(`The probe on ${this.server} ended${said === '' ? '' : `: ${said}`}`));
  }

  async ask(question: Question): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      if (this.#ended) this.#fail();
      else this.#child.stdin?.write(`${JSON.stringify(question)}\n`);
    });
  }

  end(): void {
    this.#child.stdin?.end();
  }
}
