import { execFile, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readStanzas, valueOf } from './linux-intent.ts';
import { applySysctl, inside, sh, startFrr } from './namespaces.ts';
import type { ServiceAnswer } from './service-probe.ts';

const execute = promisify(execFile);
const probe = join(import.meta.dirname, 'service-probe.ts');
const port = '9000';

/** Ports of a routed server in its generated `interfaces` file. */
export function portsOf(folder: string): string[] {
  const stanzas = readStanzas(readFileSync(join(folder, 'interfaces'), 'utf8'));
  return stanzas.filter(({ name }) => name !== 'lo').map(({ name }) => name);
}

/** Applies the generated kernel settings and interfaces of a routed server: addresses on its loopback, none on its ports. */
export function applyRoutedHost(name: string, folder: string, seed: number): void {
  applySysctl(name, join(folder, 'sysctl.conf'));
  // One kernel stands for all hosts; each gets a hash of its own, as different hosts have. The hash that goes into the
  // label of an IPv6 packet stays with it from namespace to namespace, as it would not over a cable, and would be used.
  const settings = [`net.ipv4.fib_multipath_hash_seed=${seed}`, 'net.ipv6.auto_flowlabels=0'];
  inside(name, 'sysctl', '-q', '-e', '-w', ...settings);
  for (const stanza of readStanzas(readFileSync(join(folder, 'interfaces'), 'utf8'))) {
    for (const command of stanza.attributes.get('pre-up') ?? [])
      inside(name, 'env', `IFACE=${stanza.name}`, 'sh', '-c', command);
    const mtu = valueOf(stanza, 'mtu');
    sh('ip', '-n', name, 'link', 'set', 'dev', stanza.name, ...(mtu === undefined ? [] : ['mtu', mtu]), 'up');
    for (const address of stanza.attributes.get('address') ?? [])
      sh('ip', '-n', name, 'address', 'add', address, 'dev', stanza.name);
  }
}

/** Starts FRR with the generated config of a routed server. */
export async function startHost(name: string, folder: string): Promise<void> {
  await startFrr(name, join(folder, 'frr.conf'), ['bgpd', 'bfdd']);
}

const daemons = new Set(['zebra', 'staticd', 'bgpd', 'bfdd']);

/** Ends FRR on a server at once, and nothing else: `startHost` can start it again. */
export function killHost(name: string): void {
  for (const pid of sh('ip', 'netns', 'pids', name)
    .split('\n')
    .filter((text) => text !== '')) {
    if (daemons.has(readFileSync(`/proc/${pid}/comm`, 'utf8').trim())) process.kill(Number(pid), 'SIGKILL');
  }
  for (const folder of [`/run/frr/${name}`, `/var/run/frr/${name}`]) rmSync(folder, { recursive: true, force: true });
}

const program = (name: string, ...args: string[]): string[] => [
  `--net=/run/netns/${name}`,
  process.execPath,
  '--import',
  'tsx',
  probe,
  ...args,
];

/** Lets a server answer at an address, by its own name, until this process ends. */
export function answerAt(name: string, address: string): void {
  spawn('nsenter', program(name, 'answer', address, port, name), { stdio: 'ignore' });
}

/** Asks at an address in many flows, and counts who answered; `nobody` where none did. */
export async function ask(
  from: string,
  address: string,
  flows: number,
): Promise<{ readonly counts: Record<string, number>; readonly sources: string[] }> {
  const { stdout } = await execute('nsenter', program(from, 'ask', address, port, String(flows), '20000'), {
    timeout: 30_000,
  });
  const answers = JSON.parse(stdout) as ServiceAnswer[];
  const counts: Record<string, number> = {};
  for (const one of answers) counts[one?.by ?? 'nobody'] = (counts[one?.by ?? 'nobody'] ?? 0) + 1;
  return { counts, sources: [...new Set(answers.flatMap((one) => one?.from ?? []))].toSorted() };
}
