import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { smallTopology } from '../cli/command-line.ts';

/** Puts programs into a folder, by name and text, and gives a PATH that finds them first. */
export function programs(folder: string, texts: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return [folder, dirname(process.execPath), '/usr/bin', '/bin'].join(':');
}

/** The program `heddle` as npm installs it. */
export const heddleProgram = (main: string): string => `exec '${process.execPath}' '${main}' "$@"`;

/** A project with a sound topology, one with a warning, and one with two errors in lines 2 and 3. */
export function writeProject(folder: string): void {
  mkdirSync(join(folder, 'sites', 'a b'), { recursive: true });
  writeFileSync(join(folder, 'sites', 'good.yaml'), smallTopology);
  writeFileSync(join(folder, 'sites', 'doubtful.yaml'), `${smallTopology}extra: { eos: ip routing }\n`);
  writeFileSync(join(folder, 'sites', 'a b', 'bad.yaml'), `name: bad\nfabric: <b>\nracks: 3\n`);
}

/** Runs a program with this environment and no more. */
export function runWith(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 120_000 });
  if (error) throw error;
  return { status, stdout, stderr };
}
