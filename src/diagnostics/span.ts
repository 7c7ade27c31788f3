/** A text that was read: a topology file or one it includes. */
export interface SourceFile {
  /** Path as the user would write it: relative to the working directory where possible, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Parts that no output may repeat, as a secret may stand there. */
  readonly concealed?: readonly Range[];
}

/** A half-open range of UTF-16 offsets in a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A half-open range of UTF-16 offsets in a source file. Lines and columns are computed only when printed. */
export interface Span extends Range {
  readonly file: SourceFile;
}

/** Line and column, both from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

/** Offsets at which the lines of a file start. */
export function lineStarts(file: SourceFile): readonly number[] {
  let starts = lineStartsOf.get(file);
  if (!starts) {
    const found = [0];
    for (let at = file.text.indexOf('\n'); at !== -1; at = file.text.indexOf('\n', at + 1)) found.push(at + 1);
    starts = found;
    lineStartsOf.set(file, starts);
  }
  return starts;
}

/** Position of an offset in its file. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** Text of a line (from 1) without its line ending. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line - 1];
  if (start === undefined) return '';
  const end = starts[line] ?? file.text.length + 1;
  return file.text.slice(start, end - 1).replace(/\r$/, '');
}
