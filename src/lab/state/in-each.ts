import type { Namespaces } from '../host/namespaces.ts';
import { shellWords } from '../host/shell-words.ts';

const mark = '== ';

/** Splits what a script prints for several devices, each after a line of its own with a mark and its name. */
function byDevice(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith(mark)) found.set(line.slice(mark.length), (lines = []));
    else if (line !== '') lines.push(line);
  }
  return found;
}

/**
 * What commands print for each device, line by line: all in one shell, since to start a program costs more than what
 * these do.
 * @param commands shell lines for a device, to be run outside of its namespace.
 */
export async function inEach(
  lab: Namespaces,
  devices: readonly string[],
  commands: (device: string) => readonly string[],
): Promise<Map<string, string[]>> {
  const lines = devices.flatMap((device) => [shellWords('echo', mark + device), ...commands(device)]);
  return byDevice(await lab.script(lines));
}
