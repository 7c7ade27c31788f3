import { shellWords } from '../host/shell-words.ts';

/** Daemons that a generated `daemons` file starts, besides zebra and staticd, which always run. */
export function daemonsOf(file: string): string[] {
  return [...file.matchAll(/^(\w+d)=yes$/gm)].map(([, name = '']) => name);
}

/** Shell lines that start FRR in the namespace they run in, and load a config. */
export function frrCommands(device: string, configFile: string, daemons: readonly string[]): string[] {
  const run = `/run/frr/${device}`;
  const config = `/etc/frr/${device}`;
  const own = ['-N', device, '-u', 'frr', '-g', 'frr', '-A', '127.0.0.1', '-P', '0', '-f', '/dev/null'];
  const start = (daemon: string): string =>
    shellWords(`/usr/lib/frr/${daemon}`, '-d', ...own, '--log', `file:${run}/${daemon}.log`);
  const others = ['staticd', ...daemons];
  return [
    'await() { for try in $(seq 300); do [ -S "$1" ] && return; sleep 0.05; done; echo "no $1" >&2; return 1; }',
    shellWords('install', '-d', '-o', 'frr', '-g', 'frr', run, config, `/var/tmp/frr/${device}`),
    shellWords('install', '-o', 'frr', '-g', 'frr', '-m', '640', configFile, `${config}/frr.conf`),
    shellWords('install', '-o', 'frr', '-g', 'frr', '/dev/null', `${config}/vtysh.conf`),
    `${start('zebra')} >/dev/null 2>&1`,
    shellWords('await', `${run}/zserv.api`),
    ...others.map((daemon) => `${start(daemon)} >/dev/null 2>&1`),
    ...others.map((daemon) => shellWords('await', `${run}/${daemon}.vty`)),
    // What it says of a line that it does not know goes to stdout.
    shellWords('vtysh', '-N', device, '-b'),
  ];
}
