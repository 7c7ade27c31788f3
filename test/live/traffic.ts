import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FlowResult } from './udp-probe.ts';

const execute = promisify(execFile);
const probe = join(import.meta.dirname, 'udp-probe.ts');
const port = '9000';

/** Whether one host's namespace gets an answer to its pings from an address. */
export async function pings(from: string, address: string, ...extra: string[]): Promise<boolean> {
  const command = ['ping', '-q', '-c', '2', '-i', '0.2', '-W', '2', ...extra, address];
  try {
    await execute('nsenter', [`--net=/run/netns/${from}`, ...command], { timeout: 15_000 });
    return true;
  } catch {
    return false;
  }
}

const inside = (name: string, ...args: string[]): string[] =>
  [`--net=/run/netns/${name}`, process.execPath, '--import', 'tsx', probe].concat(args);

/** Lets a host answer probes until this process ends. */
export function answerProbes(name: string): void {
  spawn('nsenter', inside(name, 'echo', port), { stdio: 'ignore' });
}

/** Sends flows of UDP packets from a host to one that answers, for a number of seconds. */
export async function probeFlows(
  from: string,
  address: string,
  options: { flows: number; firstSource: number; seconds: number },
): Promise<FlowResult[]> {
  const numbers = [Number(port), options.flows, options.firstSource, options.seconds];
  const args = inside(from, 'send', address, ...numbers.map(String));
  const { stdout } = await execute('nsenter', args, { timeout: (options.seconds + 30) * 1000 });
  return JSON.parse(stdout) as FlowResult[];
}
