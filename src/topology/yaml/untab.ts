import type { Edit, Fix } from '../../diagnostics/diagnostic.ts';
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
 * Spaces in the place of tabs that indent, where all widths of a tab that make the file valid give the same data: else
 * only the writer knows what was meant.
 * @param read the data of a text, as text; undefined where it is not valid.
 */
export function untab(file: SourceFile, read: (text: string) => string | undefined): Fix | undefined {
  const readings = widths.flatMap((width) => {
    const data = read(file.text.replaceAll(indentWithTab, (indent) => expanded(indent, width)));
    return data === undefined ? [] : [{ width, data }];
  });
  const [first] = readings;
  if (!first || readings.some(({ data }) => data !== first.data)) return undefined;
  const edits = [...file.text.matchAll(indentWithTab)].map(({ 0: indent, index: start }): Edit => ({
    span: { file, start, end: start + indent.length },
    text: expanded(indent, first.width),
  }));
  return { title: 'Write spaces in place of the tabs that indent', edits };
}
