/** Rows of cells below the names of columns. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** text: columns for a terminal. markdown: for documents. */
export type TableFormat = 'text' | 'markdown';

const markdownLine = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll(/[\\|*_]/g, '\\$&')).join(' | ')} |`;

function inMarkdown({ columns, rows }: Table): string[] {
  return [markdownLine(columns), `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map(markdownLine)];
}

function inText({ columns, rows }: Table): string[] {
  const all = [columns, ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((cells) => cells[index]?.length ?? 0)));
  return all.map((cells) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Lines of a table. */
export function printTable(table: Table, format: TableFormat): string[] {
  return format === 'markdown' ? inMarkdown(table) : inText(table);
}
