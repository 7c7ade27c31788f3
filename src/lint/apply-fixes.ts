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

/** Edits that do not overlap, of each file in order of their places. */
class Accepted {
  readonly byFile = new Map<SourceFile, Edit[]>();

  /** Index at which an edit stands or would stand: of the first that does not begin before it. */
  #indexOf({ span }: Edit): number {
    const edits = this.byFile.get(span.file) ?? [];
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edits[middle]!.span.start < span.start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  has(edit: Edit): boolean {
    const there = this.byFile.get(edit.span.file)?.[this.#indexOf(edit)];
    return there?.span.start === edit.span.start && there.span.end === edit.span.end && there.text === edit.text;
  }

  /** True where an edit overlaps one that is there; two at one place conflict, be they only insertions: which comes first is not said. */
  conflictsWith(edit: Edit): boolean {
    const edits = this.byFile.get(edit.span.file) ?? [];
    const index = this.#indexOf(edit);
    const { start, end } = edit.span;
    const [before, after] = [edits[index - 1], edits[index]];
    return (
      (before !== undefined && before.span.end > start) ||
      (after !== undefined && (after.span.start < end || after.span.start === start))
    );
  }

  add(edit: Edit): void {
    const edits = this.byFile.get(edit.span.file) ?? [];
    this.byFile.set(edit.span.file, edits);
    edits.splice(this.#indexOf(edit), 0, edit);
  }
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

function acceptedFixes(diagnostics: readonly Diagnostic[]): { accepted: Accepted; count: number } {
  const accepted = new Accepted();
  let count = 0;
  for (const { fix } of repairable(diagnostics)) {
    if (!fix || fix.edits.length === 0) continue;
    // The same mistake in two uses of an alias has the same repair.
    const fresh = fix.edits.filter((edit) => !accepted.has(edit));
    if (fresh.some((edit) => accepted.conflictsWith(edit))) continue;
    for (const edit of fresh) accepted.add(edit);
    count++;
  }
  return { accepted, count };
}

/** Edits of the fixes of findings, each whole or not at all; one that overlaps an earlier one is left out. */
export function compatibleEdits(diagnostics: readonly Diagnostic[]): { edits: Edit[]; count: number } {
  const { accepted, count } = acceptedFixes(diagnostics);
  return { edits: [...accepted.byFile.values()].flat(), count };
}

/** A text with edits, which are in order and do not overlap. */
function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: inserted } of edits) {
    parts.push(text.slice(at, span.start), inserted);
    at = span.end;
  }
  return [...parts, text.slice(at)].join('');
}

/** Applies the fixes of findings, each whole or not at all; one that overlaps an earlier one waits for the next round. */
export function applyFixes(diagnostics: readonly Diagnostic[]): Applied {
  const { accepted, count } = acceptedFixes(diagnostics);
  const texts = new Map([...accepted.byFile].map(([file, edits]) => [file, edited(file.text, edits)] as const));
  return { texts, count };
}
