import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from '../../files/attempt.ts';
import { withManifest } from './manifest.ts';
import type { Output } from './output.ts';

/** How much was written. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** Mode of a file that only its owner may read. */
const secretMode = 0o600;

/** Writes the files of an output, the manifest last, below a folder that does not exist yet. */
export function stage(folder: string, { target, artifacts, origin }: Output): Amount {
  const made = new Set<string>();
  let files = 0;
  let bytes = 0;
  for (const { path, content, isSecret } of withManifest(artifacts, origin)) {
    attempt(`write ${target}/${path}`, () => {
      const file = join(folder, path);
      const parent = dirname(file);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      writeFileSync(file, content, isSecret ? { mode: secretMode } : {});
    });
    files++;
    bytes += Buffer.byteLength(content);
  }
  return { files, bytes };
}
