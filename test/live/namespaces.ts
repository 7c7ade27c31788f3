import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';

/** Runs a command and gives its output; throws with its error text. Bounded in time. */
export function sh(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', timeout: 30_000, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until a condition holds, and looks every so many milliseconds; false when it does not within the time. */
export async function until(seconds: number, holds: () => boolean, interval = 500): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    if (holds()) return true;
    if (performance.now() > end) return false;
    await sleep(interval);
  }
}

/** Fresh folders for what this lab makes, so that nothing outside its namespaces is touched. */
export function coverSystemFolders(): void {
  for (const folder of ['/run/netns', '/run/frr', '/etc/frr', '/var/run/frr', '/var/tmp', '/var/log/frr']) {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    sh('mount', '-t', 'tmpfs', 'tmpfs', folder);
  }
}

/** A network namespace, named as its device. */
export function addNamespace(name: string): void {
  sh('ip', 'netns', 'add', name);
  sh('ip', '-n', name, 'link', 'set', 'dev', 'lo', 'up');
}

/** Sets links of a device up or down, all in one moment. */
export function setLinks(device: string, links: readonly string[], state: 'up' | 'down'): void {
  const input = links.map((link) => `link set dev ${link} ${state}\n`).join('');
  execFileSync('ip', ['-n', device, '-batch', '-'], { input, timeout: 30_000 });
}

/** Names of a device's ends of cables. */
export function linksOf(device: string): string[] {
  const links = JSON.parse(sh('ip', '-n', device, '-j', 'link', 'show', 'type', 'veth')) as { ifname: string }[];
  return links.map((link) => link.ifname);
}

/** A cable: a pair of interfaces, each named as the port it is in. */
export function addCable(a: { device: string; port: string }, z: { device: string; port: string }): void {
  sh('ip', 'link', 'add', 'name', a.port, 'netns', a.device, 'type', 'veth', 'peer', 'name', z.port, 'netns', z.device);
}

/** Runs a command in the network namespace of a device, and gives its output. */
export function inside(device: string, command: string, ...args: string[]): string {
  return sh('nsenter', `--net=/run/netns/${device}`, command, ...args);
}

/** Applies a generated file of kernel settings; those that this kernel lacks are left out. */
export function applySysctl(name: string, file: string): void {
  inside(name, 'sysctl', '-q', '-e', '-p', file);
}

/** Ids of the user and group that FRR's daemons run as. */
function frrIds(): [number, number] {
  return [Number(sh('id', '-u', 'frr')), Number(sh('id', '-g', 'frr'))];
}

/**
 * Starts FRR in a namespace, its daemons as foreground children of this process, and loads a config; zebra and staticd
 * always run.
 * @param vrfs namespaces stand for VRFs: words before the commands that see them.
 */
export async function startFrr(
  name: string,
  configFile: string,
  protocols: readonly string[],
  vrfs: { readonly before: readonly string[] } | undefined = undefined,
): Promise<void> {
  const [uid, gid] = frrIds();
  for (const folder of [`/run/frr/${name}`, `/var/run/frr/${name}`, `/etc/frr/${name}`, `/var/tmp/frr/${name}`]) {
    mkdirSync(folder, { recursive: true });
    chownSync(folder, uid, gid);
  }
  sh('cp', configFile, `/etc/frr/${name}/frr.conf`);
  sh('touch', `/etc/frr/${name}/vtysh.conf`);
  sh('chown', '-R', 'frr:frr', `/etc/frr/${name}`);
  const log = openSync(`/var/log/frr/${name}.log`, 'a');
  const start = (daemon: string): void => {
    // BFD's timers are short: where a lab may, its routers come first on a busy machine.
    const args = [
      '-n',
      '-10',
      'nsenter',
      `--net=/run/netns/${name}`,
      ...(vrfs?.before ?? []),
      `/usr/lib/frr/${daemon}`,
      ...(vrfs && daemon === 'zebra' ? ['-n'] : []),
      '-N',
      name,
      '-u',
      'frr',
      '-g',
      'frr',
      '-A',
      '127.0.0.1',
      '-P',
      '0',
      '-f',
      '/dev/null',
    ];
    spawn('nice', args, { stdio: ['ignore', log, log] });
  };
  start('zebra');
  if (!(await until(20, () => existsSync(`/run/frr/${name}/zserv.api`))))
    throw new Error(`zebra of ${name} did not start`);
  const daemons = ['staticd', ...protocols];
  for (const daemon of daemons) start(daemon);
  for (const daemon of daemons) {
    if (!(await until(20, () => runs(name, daemon)))) throw new Error(`${daemon} of ${name} did not start`);
  }
  sh('vtysh', '-N', name, '-b');
}

/** Whether a daemon of FRR runs on a switch. */
export function runs(name: string, daemon: string): boolean {
  return existsSync(`/run/frr/${name}/${daemon}.vty`);
}

/** Ends all processes in a namespace at once, as a loss of power does; `startFrr` can start it again. */
export function stopFrr(name: string): void {
  for (const pid of sh('ip', 'netns', 'pids', name).split('\n')) if (pid !== '') process.kill(Number(pid), 'SIGKILL');
  for (const folder of [`/run/frr/${name}`, `/var/run/frr/${name}`]) rmSync(folder, { recursive: true, force: true });
}

/** Gives commands to a switch's FRR, one after the other. */
export function vtysh(name: string, ...commands: string[]): string {
  return sh('vtysh', '-N', name, ...commands.flatMap((command) => ['-c', command]));
}

/** Output of a show command in JSON. */
export function show(name: string, command: string): unknown {
  return JSON.parse(vtysh(name, `${command} json`));
}
