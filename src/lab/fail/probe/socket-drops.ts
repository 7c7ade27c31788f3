import { readFileSync } from 'node:fs';

/** Reads what /proc/net/udp says of sockets: how many packets they dropped because nobody read them. */
export function readDrops(text: string): number {
  const lines = text.trim().split('\n').slice(1);
  return lines.reduce((all, line) => all + Number(line.trim().split(/\s+/).at(-1) ?? 0), 0);
}

/** Packets that the sockets of this network namespace have dropped. */
export function socketDrops(): number {
  return ['udp', 'udp6'].reduce((all, name) => {
    try {
      return all + readDrops(readFileSync(`/proc/self/net/${name}`, 'utf8'));
    } catch {
      return all;
    }
  }, 0);
}
