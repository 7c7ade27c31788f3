import { type Edit, type Fix } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/span.ts';

/** Columns that editors give a tab. */
const widths = [2, 4, 8] as const;
const indentWithTab = /^ *\t[\t ]*(?=\S)/gm;

function expanded(indent: string, width: number): string {
  let columns = 0;
  for (const char of indent) columns += char === '\t' ? width - (columns % width) : 1;
  return ' '.repeat(columns);
}

/**
 * Spaces in the place of tabs that indent, where a tab of every usual width gives the same data: else only the writer
 * knows what was meant.
 * @param read the data of a text, as text; undefined where it is not valid.
 */
export function untab(file: SourceFile, read: (text: string) => string | undefined): Fix | undefined {
  const readings = widths.map((width) =>
    read(file.text.replaceAll(indentWithTab, (indent) => expanded(indent, width))),
  );
  if (readings[0] === undefined || readings.some((reading) => reading !== readings[0])) return undefined;
  const edits = [...file.text.matchAll(indentWithTab)].map(({ 0: indent, index: start }): Edit => ({
    span: { file, start, end: start + indent.length },
    text: expanded(indent, widths[0]),
  }));
  return { title: 'Write spaces in place of the tabs that indent', edits };
}
