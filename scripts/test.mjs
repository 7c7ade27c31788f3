// `npm test`: installs what the tests need (the Debian verifiers too, as root), builds, checks and tests.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { prepare, root, runOrExit } from './prepare.mjs';

/** Programs that judge what heddle writes, and the Debian packages they come from. */
const verifiers = {
  vtysh: 'frr',
  'frr-reload.py': 'frr-pythontools',
  netplan: 'netplan.io',
  ifreload: 'ifupdown2',
  networkctl: 'systemd',
  udevadm: 'udev',
  // Where systemd runs, it would start at once and take the interfaces of this machine over.
  ...(existsSync('/run/systemd/system') ? {} : { nmcli: 'network-manager' }),
  ip: 'iproute2',
  ping: 'iputils-ping',
  nft: 'nftables',
  // Labs whose fabric needs more than the running kernel has.
  'linux.uml': 'user-mode-linux',
  modprobe: 'kmod',
};

const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin', '/usr/lib/frr'];
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
/** One takes as long as the others together, on one core: they run beside each other. */
const checks = [
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['tsx', 'scripts/generate.ts', '--check'],
  ['tsc', '-p', 'tsconfig.check.json'],
  ['oxlint', '--deny-warnings'],
].map((words) => once(spawn('npx', words, { cwd: root, stdio: 'inherit' }), 'exit'));
const ends = await Promise.all(checks);
if (ends.some(([status]) => status !== 0)) process.exit(1);
const chosen = process.argv.slice(2);
if (chosen.length > 0) runOrExit('npx', ['vitest', 'run', ...chosen]);
else {
  runOrExit('npx', ['vitest', 'run', '--project', '!live']);
  // Running routers measure time: they get the machine to themselves, and a second try where it was busy with something else.
  const results = join(mkdtempSync(join(tmpdir(), 'heddle-live-')), 'results.json');
  const live = ['vitest', 'run', '--project', 'live', '--no-file-parallelism'];
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  if (spawnSync('npx', [...live, ...report], { cwd: root, stdio: 'inherit' }).status !== 0) {
    const failed = JSON.parse(readFileSync(results, 'utf8')).testResults.filter(({ status }) => status !== 'passed');
    if (failed.length === 0) process.exit(1);
    process.stdout.write('some live tests failed; once more, in case the machine was busy\n');
    runOrExit('npx', [...live, ...failed.map(({ name }) => relative(root, name))]);
  }
  rmSync(dirname(results), { recursive: true, force: true });
}
