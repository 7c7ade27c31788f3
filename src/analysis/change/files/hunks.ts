import { type StructuredPatchHunk, structuredPatch } from 'diff';
import type { Hunk } from '../fabric-change.ts';
import { mask, maskLines } from './mask-secrets.ts';
import { enclosing } from './places.ts';
import { sectionsOf } from './sections.ts';

/** Lines of context around each change. */
const context = 3;

/** Lines that come or go, beyond which a file is another file, and a diff of it neither quick nor readable. */
const mostEdits = 2000;

/** A line that came or went. The line is masked. */
export interface ConfigEdit {
  /** The lines that it stands in, as `enclosing` gives them. */
  readonly within: string;
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

/** A file, ready to be shown. */
interface Shown {
  /** Masked. */
  readonly lines: readonly string[];
  readonly sections: readonly string[];
  readonly within: readonly string[];
}

function show(text: string, values: readonly string[]): Shown {
  const lines = maskLines(text.split('\n'), values);
  return { lines, sections: sectionsOf(lines), within: enclosing(lines) };
}

/** A line of a hunk, masked, so that a changed secret still shows as changed. */
interface HunkLine {
  readonly text: string;
  readonly within: string;
  readonly secretChanged: boolean;
}

function showHunk({ oldStart, newStart, lines }: StructuredPatchHunk, before: Shown, after: Shown): HunkLine[] {
  let [old, now] = [oldStart - 1, newStart - 1];
  const masked = lines.map((line) => {
    const sign = line[0]!;
    if (sign === '\\') return { text: line, within: '' };
    const [side, index] = sign === '-' ? [before, old] : [after, now];
    if (sign !== '+') old++;
    if (sign !== '-') now++;
    return { text: sign + (side.lines[index] ?? ''), within: side.within[index] ?? '' };
  });
  const gone = new Set(
    masked.filter(({ text }) => text.startsWith('-') && text.includes(mask)).map(({ text }) => text.slice(1)),
  );
  return masked.map(({ text, within }, index) => {
    const secretChanged = text.startsWith('+') && gone.has(text.slice(1)) && lines[index] !== text;
    return { text: secretChanged ? text.replace(mask, '<another secret>') : text, within, secretChanged };
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
  const [old, now] = [show(before, values), show(after, values)];
  const hunks: Hunk[] = [];
  const edits: ConfigEdit[] = [];
  for (const hunk of patch.hunks) {
    const lines = showHunk(hunk, old, now);
    for (const { text, within, secretChanged } of lines) {
      const added = text.startsWith('+');
      if (added || text.startsWith('-')) edits.push({ within, line: text.slice(1), added, secretChanged });
    }
    hunks.push({
      before: sideOf(hunk.oldStart, hunk.oldLines),
      after: sideOf(hunk.newStart, hunk.newLines),
      section: now.sections[hunk.newStart - 2] ?? '',
      lines: lines.map(({ text }) => text),
    });
  }
  const added = edits.filter((edit) => edit.added).length;
  return { added, removed: edits.length - added, hunks, edits };
}
