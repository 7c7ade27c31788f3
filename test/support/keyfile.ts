import { parseIni } from './ini.ts';
import { type Verdict, run } from './verifier.ts';

/**
 * What a keyfile says, line by line: `ipv4.method=manual`. Two things that NetworkManager 1.42 writes in its own way are
 * put as later releases, and we, do: the gateway beside the first address, and flags of a VLAN that are the default.
 */
function linesOf(text: string): string[] {
  return parseIni(text)
    .flatMap(({ name, entries }) => entries.map(([key, value]) => `${name}.${key}=${value}`))
    .flatMap((line) => {
      const [, family, address, gateway] = /^(ipv[46])\.address1=(.*),(.*)$/.exec(line) ?? [];
      return address === undefined ? line : [`${family}.address1=${address}`, `${family}.gateway=${gateway}`];
    })
    .filter((line) => line !== 'vlan.flags=1')
    .toSorted();
}

/**
 * Judges a connection of NetworkManager by what nmcli makes of it, without a daemon: what it refuses fails, and what it
 * does not know it drops, so that each difference from what it was given is on stderr.
 */
export function checkKeyfile(text: string): Verdict {
  const verdict = run('nmcli', ['--offline', 'connection', 'modify', 'connection.autoconnect', 'yes'], { input: text });
  if (verdict.status !== 0) return verdict;
  const [given, taken] = [linesOf(text), linesOf(verdict.stdout)];
  const dropped = given.filter((line) => !taken.includes(line)).map((line) => `dropped: ${line}\n`);
  const added = taken.filter((line) => !given.includes(line)).map((line) => `added: ${line}\n`);
  return { ...verdict, stderr: [verdict.stderr, ...dropped, ...added].join('') };
}
