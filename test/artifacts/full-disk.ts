/** Run by itself in a mount namespace: prints what writing to a full, and to a read-only, file system does. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { originOf, writeArtifacts } from '../../src/artifacts/output/index.ts';

const [folder = ''] = process.argv.slice(2);
const target = `${folder}/x`;
const write = (contents: readonly string[]): string => {
  try {
    const artifacts = contents.map((content, index) => ({ path: `f${index}.txt`, content }));
    writeArtifacts({ target, artifacts, origin: originOf('x', 'd', []) });
    return 'written';
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};
const mount = (...options: string[]) => execFileSync('mount', ['-t', 'tmpfs', ...options, 'none', folder]);

mount('-o', 'size=64k');
const first = write(['old']);
const second = write(['new', 'x'.repeat(1 << 20)]);
const kept = { content: readFileSync(`${target}/f0.txt`, 'utf8'), beside: readdirSync(folder) };
execFileSync('mount', ['-o', 'remount,ro', folder]);
const third = write(['newer']);
process.stdout.write(JSON.stringify({ first, second, kept, third }));
