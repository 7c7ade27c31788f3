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

/** Lines that set nothing: comments, descriptions, and what takes a setting away. */
const isIdle = (text: string): boolean => /^([!#]|no |delete |undo )|\b(description|remark) /i.test(text);

/** Every line of the user's own that sets something, in order of the file's sections. */
export function extraLines(fabric: Fabric): ExtraLine[] {
  const { spans } = fabric.topology;
  const lines = [...switchExtraPlaces(fabric), ...interfaceExtraPlaces(fabric)].flatMap(({ text: blocks }) =>
    Object.entries(blocks).flatMap(([os, block]) =>
      block
        .split('\n')
        .map((line, index) => ({ os, text: line.trim(), number: index + 1, span: spans.of(blocks, os) })),
    ),
  );
  return lines.filter(({ text }) => !isIdle(text));
}
