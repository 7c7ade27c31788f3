import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../diagnostics/sort.ts';
import type { Artifact } from '../artifact.ts';
import { attempt } from '../../files/attempt.ts';
import { checkPath } from './check-path.ts';
import { type Origin, sha256 } from './origin.ts';

/** Lies in the folder of the fabric and says which files in it are heddle's. */
export const manifestName = 'manifest.json';

/** One item of a list a line, so that a difference shows which. */
function printValue(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
}

function printManifest(origin: Origin, hashes: ReadonlyMap<string, string>): string {
  const head = Object.entries(origin).map(([key, value]) => `  ${JSON.stringify(key)}: ${printValue(value)},`);
  const files = [...hashes]
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, sum]) => `    ${JSON.stringify(path)}: ${JSON.stringify(sum)}`);
  return ['{', ...head, '  "files": {', files.join(',\n'), '  }', '}', ''].join('\n');
}

/**
 * The artifacts as they come, and after them the manifest with the SHA-256 of each.
 * @throws Error for a path that leaves the folder or comes twice: a bug.
 */
export function* withManifest(artifacts: Iterable<Artifact>, origin: Origin): Generator<Artifact> {
  const hashes = new Map<string, string>();
  for (const artifact of artifacts) {
    const { path, content } = artifact;
    checkPath(path);
    if (hashes.has(path) || path === manifestName) throw new Error(`two artifacts have the path ${path}`);
    hashes.set(path, sha256(content));
    yield artifact;
  }
  yield { path: manifestName, content: printManifest(origin, hashes) };
}

/** Paths that the manifest text names; undefined for text that is no manifest of heddle. */
function parseManifest(text: string): ReadonlySet<string> | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { heddle, files } = (manifest ?? {}) as { heddle?: unknown; files?: unknown };
  if (typeof heddle !== 'string' || typeof files !== 'object' || files === null) return undefined;
  return new Set(Object.keys(files));
}

/** Paths of heddle's own files in a folder; `absent`: it has no manifest; `foreign`: the manifest is not heddle's. */
export function readManifest(folder: string, shown: string): ReadonlySet<string> | 'absent' | 'foreign' {
  return attempt(`read ${shown}/${manifestName}`, () => {
    try {
      return parseManifest(readFileSync(join(folder, manifestName), 'utf8')) ?? 'foreign';
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return 'absent';
      if (code === 'EISDIR') return 'foreign';
      throw error;
    }
  });
}
