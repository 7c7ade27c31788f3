import type { SecretRef } from '../../device/device.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { RenderContext } from '../target.ts';

/** Reads a secret that must be one word of visible ASCII: the files it goes into have no way to quote it. */
function readWord(context: RenderContext, secret: SecretRef, longest: number, use: string): string {
  const value = context.readSecret(secret, longest);
  if (!/^[!-~]+$/.test(value) || value.length > longest) {
    throw new ExpectedError(`the value of ${secret.name} cannot be ${use}`, {
      hint: `it must be 1 to ${longest} visible ASCII characters`,
    });
  }
  return value;
}

/** ospfd cuts longer keys silently, and the neighbour may not. */
export const readOspfKey = (context: RenderContext, secret: SecretRef): string =>
  readWord(context, secret, 16, 'an OSPF MD5 key of FRR');

/** bgpd and Linux take TCP MD5 keys of up to 80 characters. */
export const readBgpPassword = (context: RenderContext, secret: SecretRef): string =>
  readWord(context, secret, 80, 'a BGP password of FRR');

/** For a quoted string of net-snmp. */
export const readCommunity = (context: RenderContext, secret: SecretRef): string =>
  readWord(context, secret, 64, 'an SNMP community').replaceAll(/["\\]/g, '\\$&');
