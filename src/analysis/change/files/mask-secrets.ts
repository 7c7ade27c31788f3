/** What is shown in the place of a secret. */
export const mask = '<secret>';

/** A secret as one word: in double quotes, in single quotes, or bare. */
const word = String.raw`("(?:[^"\\]|\\.)*"|'[^']*'|\S+)`;
/** A secret up to the end of its line. */
const rest = String.raw`(\S.*)`;

/** Where a line of a config holds a secret: what introduces it, then the secret. */
const forms: readonly RegExp[] = [
  String.raw`^(\s*neighbor \S+ password (?:[078] )?)${rest}`,
  String.raw`^(\s*ip ospf (?:message-digest-key \d+ \S+|authentication-key) (?:[078] )?)${rest}`,
  String.raw`^(\s*snmp-server community )${word}`,
  String.raw`^(\s*r[ow]community6? )${word}`,
  // Hashes are in the topology file itself, yet nobody is helped by their copies.
  String.raw`^(\s*username \S+ .*\bsecret \S+ )${word}`,
  String.raw`^(\s*account \S+ \S+ )${word}`,
  // Words that no line of a target introduces anything else with: for what people wrote into an output.
  String.raw`^((?:.*\W)?(?:passw(?:or)?d|passphrase|auth-key|key-string|psk)\s*[:= ]\s*)${rest}`,
].map((form) => new RegExp(form, 'd'));

/**
 * The line with its secret masked; lines without one as they are.
 * @param values secrets that are known, masked wherever they stand.
 */
export function maskLine(line: string, values: readonly string[] = []): string {
  let masked = line;
  for (const form of forms) {
    const found = form.exec(line)?.indices?.[2];
    if (!found) continue;
    masked = line.slice(0, found[0]) + mask + line.slice(found[1]);
    break;
  }
  for (const value of values) masked = masked.replaceAll(value, mask);
  return masked;
}

/** A whole file with every secret masked. */
export function maskText(text: string): string {
  return text
    .split('\n')
    .map((line) => maskLine(line))
    .join('\n');
}
