import { type ChildProcess, spawn } from 'node:child_process';
import type { Namespaces } from './namespaces.ts';
import type { ServerPair } from './server-pairs.ts';

/** Milliseconds between two packets of a flow: what outages are measured in. */
export const packetInterval = 5;

/** What came back of one flow; all but the counts in milliseconds. */
export interface FlowResult {
  readonly sent: number;
  readonly lost: number;
  /** Longest run of packets lost one after the other. */
  readonly longestGap: number;
  /** The run of lost packets that the flow ended with. */
  readonly endsLost: number;
}

/** What a failure did to all flows. */
export interface Loss {
  readonly flows: number;
  readonly affected: number;
  /** Of the worst flow, in milliseconds. */
  readonly longestGap: number;
  /** Flows that were cut until the end. */
  readonly cut: number;
}

const port = '9000';
const flowsPerPair = 8;

/** Sends numbered UDP packets between servers of a lab, and counts what comes back. */
export class Flows {
  readonly #lab: Namespaces;
  readonly #program: readonly string[];
  readonly #echoes = new Map<string, ChildProcess>();

  /** @param program command line of the probe (src/cli/lab/probe.ts). */
  constructor(lab: Namespaces, program: readonly string[]) {
    this.#lab = lab;
    this.#program = program;
  }

  /** Lets the far ends of pairs answer, until `end`. */
  answer(pairs: readonly ServerPair[]): void {
    for (const { to, address } of pairs) {
      const key = `${to} ${address}`;
      if (this.#echoes.has(key)) continue;
      const [command = '', ...args] = this.#lab.entering(to, [...this.#program, 'echo', address, port]);
      const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' });
      child.on('error', () => {});
      this.#echoes.set(key, child);
    }
  }

  /** Sends between all pairs for some seconds. */
  async measure(pairs: readonly ServerPair[], seconds: number): Promise<Loss> {
    const results = await Promise.all(
      pairs.map(async ({ from, address }) => {
        const command = [...this.#program, 'send', address, port, String(flowsPerPair), String(seconds)];
        return JSON.parse(await this.#lab.run(command, { device: from, seconds: seconds + 30 })) as FlowResult[];
      }),
    );
    return summarise(results.flat());
  }

  end(): void {
    for (const child of this.#echoes.values()) child.stdin?.end();
  }
}

/** A flow is cut when nothing of its last second came back. */
export function summarise(results: readonly FlowResult[]): Loss {
  return {
    flows: results.length,
    affected: results.filter(({ lost }) => lost > 0).length,
    longestGap: Math.max(0, ...results.map((one) => one.longestGap)),
    cut: results.filter(({ endsLost }) => endsLost >= 1000).length,
  };
}
