// What `npm start` and `npm test` do first: install the packages of the lock file where they are missing or old, and build.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Runs a command of the project; ends the process with its exit code when it fails. */
export function runOrExit(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** True when what is installed is what the lock file says. */
function isInstalled() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(marker)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { packages: installed } = JSON.parse(readFileSync(marker, 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** Lets `npx heddle` run this checkout, as it would the installed package. */
function linkCommand() {
  const link = join(root, 'node_modules', '.bin', 'heddle');
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
  try {
    if (lstatSync(link).isSymbolicLink() && existsSync(link)) return;
    rmSync(link);
  } catch {
    // There was none.
  }
  symlinkSync(join('..', '..', 'dist', 'cli', 'main.cjs'), link);
}

/** Installs the packages of the lock file; without their scripts and this package's, which would build. */
export function install(env = process.env) {
  runOrExit('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { env });
}

/** Installs and builds; quick when nothing changed. */
export function prepare() {
  if (!isInstalled()) install();
  runOrExit(process.execPath, [join('scripts', 'build.mjs')]);
  linkCommand();
}
