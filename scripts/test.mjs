// `npm test`: installs what the tests need (the Debian verifiers too, as root), builds, checks and tests.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { prepare, root, runOrExit } from './prepare.mjs';

/** Programs that judge what heddle writes, and the Debian packages they come from. */
const verifiers = {
  vtysh: 'frr',
  netplan: 'netplan.io',
  ifreload: 'ifupdown2',
  networkctl: 'systemd',
  udevadm: 'udev',
  // Where systemd runs, it would start at once and take the interfaces of this machine over.
  ...(existsSync('/run/systemd/system') ? {} : { nmcli: 'network-manager' }),
  ip: 'iproute2',
  ping: 'iputils-ping',
};

const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'];
const isMissing = (program) => !folders.some((folder) => existsSync(`${folder}/${program}`));
const packages = Object.entries(verifiers).flatMap(([program, name]) => (isMissing(program) ? [name] : []));

if (packages.length > 0 && process.getuid?.() === 0 && !isMissing('apt-get')) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  process.stdout.write(`installing ${packages.join(', ')}\n`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  apt('update');
  // Without them the tests that need them say so, and in CI fail.
  if (apt('install', '-y', '--no-install-recommends', ...packages).status !== 0)
    process.stdout.write('could not install them\n');
}

prepare();
runOrExit('npx', ['tsx', 'scripts/generate.ts', '--check']);
runOrExit('npx', ['tsc', '-p', 'tsconfig.check.json']);
runOrExit('npx', ['oxlint', '--deny-warnings']);
runOrExit('npx', ['prettier', '--check', '--log-level', 'warn', '.']);
const chosen = process.argv.slice(2);
if (chosen.length > 0) runOrExit('npx', ['vitest', 'run', ...chosen]);
else {
  runOrExit('npx', ['vitest', 'run', '--exclude', 'test/live/**']);
  // Running routers measure time: they get the machine to themselves, and a second try where it was busy with something else.
  const live = ['vitest', 'run', '--no-file-parallelism', 'test/live'];
  if (spawnSync('npx', live, { cwd: root, stdio: 'inherit' }).status !== 0) {
    process.stdout.write('the live tests failed; once more, in case the machine was busy\n');
    runOrExit('npx', live);
  }
}
