/** How far a line is indented. */
const indentOf = (line: string): number => line.length - line.trimStart().length;

/**
 * For each line of a config, the lines that it stands in, outermost first, each with a newline after it: those before it
 * that are indented less. Indentation and the commas of JSON are left out.
 */
export function enclosing(lines: readonly string[]): readonly string[] {
  const open: { readonly indent: number; readonly text: string }[] = [];
  return lines.map((line) => {
    if (line.trim() === '') return '';
    const indent = indentOf(line);
    while (open.length > 0 && open.at(-1)!.indent >= indent) open.pop();
    const within = open.at(-1)?.text ?? '';
    open.push({ indent, text: `${within}${line.trim().replace(/,$/, '')}\n` });
    return within;
  });
}
