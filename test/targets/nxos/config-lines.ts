/** Lines of a config without their indentation; comments and separators are left out. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('!'));
}

/** What follows a phrase, in each line that starts with it. */
export function after(phrase: string, lines: readonly string[]): string[] {
  return lines.flatMap((line) => (line.startsWith(`${phrase} `) ? [line.slice(phrase.length + 1)] : []));
}

/** Sections of a config: a line at the margin, and what is below it; those of one heading together. */
export function sectionsOf(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let below: string[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('!')) continue;
    if (line.startsWith(' ')) {
      below.push(line);
    } else {
      below = sections.get(line) ?? [];
      sections.set(line, below);
    }
  }
  return sections;
}
