import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

async function ping(from: string, address: string, extra: readonly string[]): Promise<string> {
  const command = ['ping', '-n', '-c', '1', '-W', '3', ...extra, address];
  try {
    return (await execute('nsenter', [`--net=/run/netns/${from}`, ...command], { timeout: 15_000 })).stdout;
  } catch (error) {
    // Without an answer it fails, and what it printed tells who complained.
    return (error as { stdout?: string }).stdout ?? '';
  }
}

/**
 * What comes back for one packet: `answer TTL`; what an ICMP error says, and who sent it, as `WHO: WHAT`; or nothing.
 * @param bytes size of the IP packet, which may not be fragmented.
 */
export async function echo(from: string, address: string, options: { bytes?: number; ttl?: number } = {}) {
  const headers = address.includes(':') ? 48 : 28;
  const output = await ping(from, address, [
    ...(options.bytes === undefined ? [] : ['-M', 'do', '-s', String(options.bytes - headers)]),
    ...(options.ttl === undefined ? [] : ['-t', String(options.ttl)]),
  ]);
  const ttl = /^\d+ bytes from .*ttl=(\d+)/m.exec(output)?.[1];
  if (ttl !== undefined) return `answer ${ttl}`;
  const [, who, what] = /^From (\S+) icmp_seq=\d+ (.*)$/m.exec(output) ?? [];
  return who === undefined ? 'nothing' : `${who}: ${what}`;
}

/** The addresses that a packet passes on its way, as it dies at one after the other; the last one answers. */
export async function pathOf(from: string, address: string): Promise<string[]> {
  const path: string[] = [];
  for (let ttl = 1; ttl <= 8; ttl += 1) {
    const heard = await echo(from, address, { ttl });
    if (heard.startsWith('answer')) return [...path, address];
    path.push(heard.replace(/: .*$/, ''));
    if (!/exceeded/i.test(heard)) return path;
  }
  return path;
}
