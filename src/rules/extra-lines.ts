import type { Span } from '../diagnostics/span.ts';
import { interfaceExtraPlaces, switchExtraPlaces } from '../fabric/extra-places.ts';
import type { Fabric } from '../fabric/fabric.ts';

/** One of the user's own lines for switches. */
export interface ExtraLine {
  readonly os: string;
  /** Without the white space around it. */
  readonly text: string;
  /** Number within the block, from 1. */
  readonly number: number;
  /** The block that it is in. */
  readonly span: Span;
}

/** Every line of the user's own, in order of the file's sections. */
export function extraLines(fabric: Fabric): ExtraLine[] {
  const { spans } = fabric.topology;
  return [...switchExtraPlaces(fabric), ...interfaceExtraPlaces(fabric)].flatMap(({ text: blocks }) =>
    Object.entries(blocks).flatMap(([os, block]) =>
      block
        .split('\n')
        .map((line, index) => ({ os, text: line.trim(), number: index + 1, span: spans.of(blocks, os) })),
    ),
  );
}
