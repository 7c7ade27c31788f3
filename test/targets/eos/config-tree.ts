/** A line of a config and the lines below it that are indented deeper. */
export interface Block {
  readonly line: string;
  readonly children: Block[];
}

const indent = 3;

/** Reads a config by its indentation, as EOS does; comments and separators are left out. */
export function parseConfig(text: string): Block[] {
  const root: Block = { line: '', children: [] };
  const open = [root];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('!')) continue;
    const spaces = raw.length - raw.trimStart().length;
    if (spaces % indent !== 0 || spaces / indent >= open.length) throw new Error(`indentation of "${raw}"`);
    open.length = spaces / indent + 1;
    const block = { line, children: [] };
    open.at(-1)!.children.push(block);
    open.push(block);
  }
  return root.children;
}

/** Every line, whatever its depth. */
export function allLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ line, children }) => [line, ...allLines(children)]);
}

/** What follows a phrase, in each line that starts with it. */
export function after(phrase: string, lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith(`${phrase} `)).map((line) => line.slice(phrase.length + 1));
}

export const childLines = (block: Block | undefined): string[] => block?.children.map((child) => child.line) ?? [];

/** The first block whose line starts so. */
export function find(blocks: readonly Block[], phrase: string): Block | undefined {
  return blocks.find(({ line }) => line === phrase || line.startsWith(`${phrase} `));
}
