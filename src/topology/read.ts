import { posix, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkShape } from './shape/check-shape.ts';
import { applyDesign } from './files/apply-design.ts';
import { loadFiles } from './files/load.ts';
import { type Overlay, readSource } from './files/source.ts';
import type { SourceFile } from '../diagnostics/span.ts';
import type { Topology } from './topology.ts';

export interface ReadResult {
  /** Absent when what the file holds is too little for the later stages. */
  readonly topology?: Topology;
  /** The topology file and every file it includes that could be read, whether they are sound or not. */
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export type { Overlay };

/**
 * Reads a topology file with all it includes, holds it against the schema and fills in the defaults.
 * What is malformed is reported and left out, so that the later stages can look at the rest.
 * @param design in place of the file's own: what the file says of it is laid over the rest.
 * @param overlay texts in the place of files.
 * @throws ExpectedError when there is no such file, or it may not be read.
 */
export function readTopology(path: string, design?: string, overlay?: Overlay): ReadResult {
  const source = readSource(posix.normalize(sep === '/' ? path : path.replaceAll(sep, '/')), undefined, overlay);
  if ('failure' in source) throw source.failure;
  if ('diagnostic' in source) return { files: [], diagnostics: [source.diagnostic] };
  const { data, spans, files, diagnostics, isWhole } = loadFiles(source.file, overlay);
  if (!data) return { files, diagnostics };
  applyDesign(data, design, spans);
  const shape = checkShape(data, spans, isWhole);
  const all = [...diagnostics, ...shape.diagnostics];
  if (!shape.data) return { files, diagnostics: all };
  return { topology: { data: shape.data, spans, files, dropped: shape.dropped }, files, diagnostics: all };
}
