import type { SecretRef } from '../../device/device.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { ReadSecret } from '../target.ts';

/** Longest description of a BGP neighbour; interfaces may have longer ones in later releases. */
const longestDescription = 80;

/** Longest name of a VLAN, unless `system vlan long-name` is set. */
const longestVlanName = 32;

/**
 * A person's text as one line that NX-OS takes for text: printable ASCII, letters without their accents, no question mark,
 * which asks for help where a config is pasted, and nothing that begins a comment, a filter or a quoted text elsewhere.
 */
export function plainText(text: string, longest = longestDescription): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]|[?!|"`\\]/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .slice(0, longest)
    .trim();
}

/** Name of a VLAN: a label, without spaces. */
export function vlanName(name: string): string {
  return plainText(name, longestVlanName).replaceAll(' ', '-');
}

/**
 * A secret as one word of a command line.
 * @throws ExpectedError when it is not there, or could not be typed: NX-OS would take its first word for the whole.
 */
export function secretWord(secret: SecretRef, readSecret: ReadSecret, longest: number): string {
  const value = readSecret(secret, longest);
  if (/^[!-~]+$/.test(value) && !/[?|"\\]/.test(value) && value.length <= longest) return value;
  throw new ExpectedError(`NX-OS cannot use the value of ${secret.name} as a key or community`, {
    hint: `It takes 1 to ${longest} printable ASCII characters without spaces, and none of ? | " \\.`,
  });
}
