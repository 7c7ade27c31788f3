/** Lines of each block of a running config, without indentation, by the lines that open it, joined by ` > `. */
export type ConfigBlocks = ReadonlyMap<string, readonly string[]>;

/** Reads `show running-config`: what the JSON of FRR 8.4 leaves out is only there. */
export function readConfig(text: string): ConfigBlocks {
  const blocks = new Map<string, string[]>();
  const open: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (/^(interface|router) /.test(line)) open.splice(0, open.length, line);
    else if (line.startsWith('address-family ') && open.length > 0) open.splice(1, open.length, line);
    else if (line === 'exit-address-family') open.splice(1);
    else if (line === 'exit') open.splice(0);
    else if (line !== '' && line !== '!') blocks.get(open.join(' > '))?.push(line);
    if (open.length > 0 && !blocks.has(open.join(' > '))) blocks.set(open.join(' > '), []);
  }
  return blocks;
}

/** What stands after some words in a block; undefined where no line begins with them. */
export function settingIn(blocks: ConfigBlocks, block: string, words: string): string | undefined {
  const line = blocks.get(block)?.find((one) => one === words || one.startsWith(`${words} `));
  return line?.slice(words.length).trim();
}
