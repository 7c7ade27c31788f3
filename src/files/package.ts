import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findPackage(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** Folder of the package that runs, with its `package.json`, its templates, and `src` or what that was built to. */
export const packageFolder: string = findPackage();

/**
 * A program of the package, as what runs is: a source, or built.
 * @param name path of its source below `src`, without the ending.
 */
export function packageProgram(name: string): string {
  return import.meta.filename.endsWith('.ts')
    ? join(packageFolder, 'src', `${name}.ts`)
    : join(packageFolder, 'dist', `${name}.cjs`);
}

interface Manifest {
  readonly version: string;
  readonly homepage?: string;
}

let manifest: Manifest | undefined;

function readManifest(): Manifest {
  manifest ??= JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as Manifest;
  return manifest;
}

/** Version of heddle, from its `package.json`. */
export function heddleVersion(): string {
  return readManifest().version;
}

/** Where heddle is at home on the web, if its `package.json` says so. */
export function heddleHomepage(): string | undefined {
  return readManifest().homepage;
}
