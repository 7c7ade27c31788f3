import type { SecretRef } from '../../device/device.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { ReadSecret } from '../target.ts';

/** Longest description of an interface that is shown as a whole. */
const longestDescription = 240;

/** Longest name of a VLAN. */
const longestVlanName = 64;

/**
 * A person's text for a place between double quotes: printable ASCII, letters without their accents, nothing that ends
 * or escapes a quoted text, and no question mark or bar, which ask for help and for a filter where lines are pasted.
 */
export function plainText(text: string, longest = longestDescription): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]|["\\?|`$]/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .slice(0, longest)
    .trim();
}

/** Name of a VLAN: letters, digits, hyphens, full stops and underscores; `vlan-<id>` where that leaves nothing. */
export function vlanName({ id, name }: { readonly id: number; readonly name: string }): string {
  const word = plainText(name, longestVlanName).replaceAll(/[^A-Za-z0-9._-]+/g, '-');
  return /^[A-Za-z]/.test(word) ? word : `vlan-${id}`;
}

/**
 * A secret for a place between double quotes.
 * @throws ExpectedError when it is not there, or Junos would read another: what begins with `$8$` or `$9$` is one that
 * Junos has obscured itself.
 */
export function secretText(secret: SecretRef, readSecret: ReadSecret, longest = 80): string {
  const value = readSecret(secret, longest);
  if (/^(?!\$[89]\$)[!#-[\]-~]+$/.test(value) && value.length <= longest) return value;
  throw new ExpectedError(`Junos cannot use the value of ${secret.name} as a key or community`, {
    hint: `It takes 1 to ${longest} printable ASCII characters without spaces, quotes and backslashes, and not $8$ or $9$ at the start.`,
  });
}
