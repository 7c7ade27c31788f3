import type { SourceFile, Span } from '../diagnostics/span.ts';
import type { SpanIndex } from './span-index.ts';
import type { TopologyData } from './topology.gen.ts';

export type * from './topology.gen.ts';

/** A topology file as read: plain data with every default filled in, and where each value stands. */
export interface Topology {
  readonly data: TopologyData;
  readonly spans: SpanIndex;
  /** The topology file and every file it includes, in order of reading. */
  readonly files: readonly SourceFile[];
  /**
   * Names of things that were dropped because they were malformed, already reported: a reference to one
   * of them is a consequence and is not reported again.
   */
  readonly dropped: ReadonlySet<string>;
}

/** Span of a value of a topology: of `holder[key]`, or of `holder` itself. */
export function spanOf(topology: Topology, holder: object, key?: string | number): Span {
  return topology.spans.of(holder, key);
}
