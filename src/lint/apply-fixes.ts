import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import { controlProblems } from '../control/control.ts';
import type { SourceFile } from '../diagnostics/span.ts';

/** What one round of fixes makes of the files. */
export interface Applied {
  /** New texts, of the files that change. */
  readonly texts: ReadonlyMap<SourceFile, string>;
  /** Number of fixes that were applied. */
  readonly count: number;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.span.file === b.span.file && a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/** Two edits at one place conflict, be they only insertions: which comes first is not said. */
function conflict(a: Edit, b: Edit): boolean {
  if (a.span.file !== b.span.file) return false;
  return (a.span.start < b.span.end && b.span.start < a.span.end) || a.span.start === b.span.start;
}

const controlCodes = new Set(controlProblems.map(({ code }) => code));

/**
 * Findings that may be repaired now. Where a comment or the config is wrong, it may be meant to silence a warning: that
 * is repaired first, and warnings are left alone until it is.
 */
function repairable(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isWrong = diagnostics.some(({ code, severity }) => severity === 'error' && controlCodes.has(code));
  if (!isWrong) return diagnostics;
  return diagnostics.filter(({ code, severity }) => severity === 'error' || controlCodes.has(code));
}

/** Edits of the fixes of findings, each whole or not at all; one that overlaps an earlier one is left out. */
export function compatibleEdits(diagnostics: readonly Diagnostic[]): { edits: Edit[]; count: number } {
  const accepted: Edit[] = [];
  let count = 0;
  for (const { fix } of repairable(diagnostics)) {
    if (!fix || fix.edits.length === 0) continue;
    // The same mistake in two uses of an alias has the same repair.
    const fresh = fix.edits.filter((edit) => !accepted.some((other) => isSame(edit, other)));
    if (fresh.some((edit) => accepted.some((other) => conflict(edit, other)))) continue;
    accepted.push(...fresh);
    count++;
  }
  return { edits: accepted, count };
}

/** Applies the fixes of findings, each whole or not at all; one that overlaps an earlier one waits for the next round. */
export function applyFixes(diagnostics: readonly Diagnostic[]): Applied {
  const { edits, count } = compatibleEdits(diagnostics);
  const texts = new Map<SourceFile, string>();
  // From the end, so that what comes before keeps its place.
  for (const { span, text } of edits.toSorted((a, b) => b.span.start - a.span.start)) {
    const before = texts.get(span.file) ?? span.file.text;
    texts.set(span.file, before.slice(0, span.start) + text + before.slice(span.end));
  }
  return { texts, count };
}
