import { structuredPatch } from 'diff';
import type { Hunk } from '../fabric-change.ts';
import { mask, maskLine } from './mask-secrets.ts';
import { sectionsOf } from './sections.ts';

/** Lines of context around each change. */
const context = 3;

/** Lines that come or go, beyond which a file is another file, and a diff of it neither quick nor readable. */
const mostEdits = 2000;

/** A line that came or went, and the stanza it is in. The line is masked. */
export interface ConfigEdit {
  readonly section: string;
  readonly line: string;
  /** True where it came. */
  readonly added: boolean;
  /** True where a masked line of the same look went: only its secret is another. */
  readonly secretChanged: boolean;
}

export interface TextChange {
  readonly added: number;
  readonly removed: number;
  /** Empty when the texts differ too much. */
  readonly hunks: readonly Hunk[];
  readonly edits: readonly ConfigEdit[];
}

/** Masks the lines of a hunk, so that a changed secret still shows as changed. */
function maskHunk(lines: readonly string[], values: readonly string[]): { text: string; secretChanged: boolean }[] {
  const masked = lines.map((line) => line.slice(0, 1) + maskLine(line.slice(1), values));
  const gone = new Set(
    masked.filter((line) => line.startsWith('-') && line.includes(mask)).map((line) => line.slice(1)),
  );
  return masked.map((text, index) => {
    const secretChanged = text.startsWith('+') && gone.has(text.slice(1)) && lines[index] !== text;
    return { text: secretChanged ? text.replace(mask, '<another secret>') : text, secretChanged };
  });
}

/** A side without lines stands after the line before it, as in every unified diff. */
function sideOf(start: number, lines: number): Hunk['before'] {
  return { start: lines === 0 ? start - 1 : start, lines };
}

/**
 * The difference of two files in unified hunks.
 * @param values secrets that are known; those that are not are found by the look of their lines.
 */
export function diffTexts(before: string, after: string, values: readonly string[]): TextChange {
  const patch = structuredPatch('', '', before, after, '', '', { context, maxEditLength: mostEdits });
  if (!patch)
    return { added: after.split('\n').length - 1, removed: before.split('\n').length - 1, hunks: [], edits: [] };
  const sections = { before: sectionsOf(before), after: sectionsOf(after) };
  const hunks: Hunk[] = [];
  const edits: ConfigEdit[] = [];
  for (const { oldStart, oldLines, newStart, newLines, lines } of patch.hunks) {
    let [old, now] = [oldStart - 1, newStart - 1];
    const masked = maskHunk(lines, values);
    for (const { text, secretChanged } of masked) {
      const sign = text[0];
      const line = text.slice(1);
      if (sign === '-') edits.push({ section: sections.before[old] ?? '', line, added: false, secretChanged: false });
      if (sign === '+') edits.push({ section: sections.after[now] ?? '', line, added: true, secretChanged });
      if (sign === '-' || sign === ' ') old++;
      if (sign === '+' || sign === ' ') now++;
    }
    hunks.push({
      before: sideOf(oldStart, oldLines),
      after: sideOf(newStart, newLines),
      section: maskLine(sections.after[newStart - 2] ?? '', values),
      lines: masked.map(({ text }) => text),
    });
  }
  const added = edits.filter((edit) => edit.added).length;
  return { added, removed: edits.length - added, hunks, edits };
}
