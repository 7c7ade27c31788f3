import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LiveLab } from './live-lab.ts';
import type { ServiceAnswer } from './service-probe.ts';

const tsx = createRequire(import.meta.url).resolve('tsx');
const probe = join(import.meta.dirname, 'service-probe.ts');
const port = '9000';
const program = (...args: string[]): string[] => [process.execPath, '--import', tsx, probe, ...args];

/** How many of the flows each server answered, `nobody` where none did, and which addresses the flows came from. */
export interface Answers {
  readonly counts: Readonly<Record<string, number>>;
  readonly sources: readonly string[];
}

/** Lets a server answer at an address, by its own name, until the lab ends. */
export function answerAt({ namespaces }: LiveLab, server: string, address: string): void {
  const [command = '', ...args] = namespaces.entering(server, program('answer', address, port, server));
  spawn(command, args, { stdio: 'ignore', cwd: '/' }).unref();
}

/** Asks at an address in many flows. */
export async function ask({ namespaces }: LiveLab, from: string, address: string, flows: number): Promise<Answers> {
  const command = program('ask', address, port, String(flows), '20000');
  const answers = JSON.parse(await namespaces.run(command, { device: from, seconds: 60 })) as ServiceAnswer[];
  const counts: Record<string, number> = {};
  for (const one of answers) counts[one?.by ?? 'nobody'] = (counts[one?.by ?? 'nobody'] ?? 0) + 1;
  return { counts, sources: [...new Set(answers.flatMap((one) => one?.from ?? []))].toSorted() };
}
