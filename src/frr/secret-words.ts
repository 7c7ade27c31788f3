import type { SecretRef } from '../device/device.ts';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import type { ReadSecret } from './router.ts';

/** Reads a secret that must be one word of visible ASCII: the files it goes into have no way to quote it. */
export function readWord(readSecret: ReadSecret, secret: SecretRef, longest: number, use: string): string {
  const value = readSecret(secret, longest);
  if (!/^[!-~]+$/.test(value) || value.length > longest) {
    throw new ExpectedError(`the value of ${secret.name} cannot be ${use}`, {
      hint: `it must be 1 to ${longest} visible ASCII characters`,
    });
  }
  return value;
}

/** ospfd cuts longer keys silently, and the neighbour may not. */
export const readOspfKey = (readSecret: ReadSecret, secret: SecretRef): string =>
  readWord(readSecret, secret, 16, 'an OSPF MD5 key of FRR');

/** bgpd and Linux take TCP MD5 keys of up to 80 characters. */
export const readBgpPassword = (readSecret: ReadSecret, secret: SecretRef): string =>
  readWord(readSecret, secret, 80, 'a BGP password of FRR');
