import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Span, positionAt } from '../../src/diagnostics/span.ts';
import { exampleTopology } from '../../src/rules/example.ts';
import { type ReadResult, readTopology } from '../../src/topology/read.ts';

/** Files by name; the first is the one that is read. A directory has `null`. */
type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** Reads a topology that stands beside other files in a folder of its own. */
export function readFiles(files: Files): ReadResult {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-read-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(content === null ? path : dirname(path), { recursive: true });
      if (content !== null) writeFileSync(path, content);
    }
    return readTopology(join(folder, Object.keys(files)[0]!));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function readText(text: string | Uint8Array): ReadResult {
  return readFiles({ 'topology.yaml': text });
}

function sections(text: string): Map<string, string> {
  const parts = text.split(/^(?=[^\s#-])/m);
  return new Map(parts.map((part) => [part.split(':')[0]!, part]));
}

/** The example topology with the top-level keys of a fragment in place of its own; the fragment's text is kept as it is. */
export function exampleWith(fragment: string): string {
  return [...new Map([...sections(exampleTopology), ...sections(fragment)]).values()].join('');
}

/** `topology.yaml:3:5 the text there` */
export function placeOf({ file, start, end }: Span): string {
  const { line, column } = positionAt(file, start);
  return `${file.path.split('/').at(-1)}:${line}:${column} ${file.text.slice(start, end)}`;
}

/** The diagnostics as `CODE text at the place`, which is what a test can rely on. */
export function summary({ diagnostics }: Pick<ReadResult, 'diagnostics'>): string[] {
  return diagnostics.map(({ code, span }) => `${code} ${span.file.text.slice(span.start, span.end)}`);
}
