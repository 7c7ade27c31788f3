import { suppressionIsUsed } from '../control/suppression-problems.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import type { Suppressed } from '../control/control.ts';
import type { LintResult } from './lint-file.ts';

/** What is wrong in several topologies. */
export interface MergedResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly Suppressed[];
}

function placeOf({ code, message, span }: Diagnostic): string {
  return `${span.file.path}:${span.start}:${code}:${message}`;
}

/** Puts results together: what is wrong in a file that several topologies include is said once, and a suppression there is unused if none of them needs it. */
export function mergeResults(results: readonly LintResult[]): MergedResult {
  const found = results.map(({ diagnostics }) => new Set(diagnostics.map(placeOf)));
  const files = results.map(({ compilation }) => new Set(compilation.files.map(({ path }) => path)));
  const isUnusedByAll = (diagnostic: Diagnostic): boolean =>
    results.every((_, at) => !files[at]!.has(diagnostic.span.file.path) || found[at]!.has(placeOf(diagnostic)));
  const diagnostics = sortDiagnostics(results.flatMap((one) => one.diagnostics)).filter(
    (one) => one.code !== suppressionIsUsed.code || isUnusedByAll(one),
  );
  const suppressed = results.flatMap(({ compilation }) => compilation.suppressed);
  const byPlace = new Map(suppressed.map((one) => [placeOf(one.diagnostic), one]));
  const order = sortDiagnostics([...byPlace.values()].map(({ diagnostic }) => diagnostic));
  return { diagnostics, suppressed: order.map((diagnostic) => byPlace.get(placeOf(diagnostic))!) };
}
