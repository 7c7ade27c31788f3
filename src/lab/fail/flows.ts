import type { Namespaces } from '../host/namespaces.ts';
import type { ServerPair } from '../test/server-pairs.ts';
import { type Loss, summarise } from './loss.ts';
import type { Done, ProbeReport } from './probe/protocol.ts';
import { Probe } from './probe/probe.ts';

/** Sends numbered UDP packets between servers of a lab, on and on, and counts what comes back. */
export class Flows {
  readonly #lab: Namespaces;
  readonly #program: readonly string[];
  readonly #probes = new Map<string, Probe>();
  #senders: Probe[] = [];

  /** @param program command line of the probe (src/cli/lab/probe.ts). */
  constructor(lab: Namespaces, program: readonly string[]) {
    this.#lab = lab;
    this.#program = program;
  }

  /**
   * Sends between pairs from now on; comes back when every flow runs.
   * @returns servers whose packets get lost while nothing is broken: to these no failure can be put down.
   */
  async start(pairs: readonly ServerPair[]): Promise<string[]> {
    const wanted = new Set(pairs.flatMap(({ from, to }) => [from, to]));
    for (const [server, probe] of this.#probes) {
      if (wanted.has(server)) continue;
      probe.end();
      this.#probes.delete(server);
    }
    const at = (server: string): Probe => {
      const known = this.#probes.get(server) ?? new Probe(server, this.#lab.entering(server, this.#program));
      this.#probes.set(server, known);
      return known;
    };
    await Promise.all(pairs.map(async ({ to, address }) => at(to).ask({ ask: 'echo', address })));
    this.#senders = [...new Set(pairs.map(({ from }) => at(from)))];
    await Promise.all(pairs.map(async ({ from, source, address }) => at(from).ask({ ask: 'send', source, address })));
    const lossy: string[] = [];
    for (const sender of this.#senders) {
      const { done } = (await sender.ask({ ask: 'steady' })) as Done;
      if (!done) lossy.push(sender.server);
    }
    // What got lost before is nobody's fault: far ends were looked up, programs started.
    await this.report();
    return lossy;
  }

  /** What got lost since it was asked last. */
  async report(): Promise<Loss> {
    const senders = new Set(this.#senders);
    const reports = [...this.#probes.values()].map(async (probe) => {
      const one = (await probe.ask({ ask: 'report' })) as ProbeReport;
      return senders.has(probe) ? one : { ...one, flows: [] };
    });
    return summarise(await Promise.all(reports));
  }

  /** Sends no more; probes stay for what is sent next. */
  async stop(): Promise<void> {
    await Promise.all(this.#senders.map(async (sender) => sender.ask({ ask: 'quiet' })));
    this.#senders = [];
  }

  end(): void {
    for (const probe of this.#probes.values()) probe.end();
    this.#probes.clear();
  }
}
