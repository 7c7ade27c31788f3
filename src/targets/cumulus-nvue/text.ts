import type { Interface, SecretRef } from '../../device/device.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { RenderContext, SpellPeer } from '../target.ts';

/** Linux cuts an interface's alias at 255 bytes. */
const longest = 240;

/**
 * A person's text as one line. NVUE writes it into files of its own, for ifupdown2 and FRR: no character stays that one
 * of them takes for more than text (templates, line ends, filters, comments, quotes). Letters lose their accents.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]|[%$\\|#!?"'`]/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .slice(0, longest)
    .trim();
}

function farEnd(one: Interface, spellPeer: SpellPeer): string | undefined {
  if (one.kind === 'ethernet' && one.peer) {
    return `${one.peer.device} ${spellPeer(one.peer.target, one.peer.port)}`;
  }
  return one.kind === 'lag' ? one.peer?.device : undefined;
}

/** What an interface is for: the far device and port where there is one, then what the model says. */
export function describeInterface(one: Interface, spellPeer: SpellPeer): string | undefined {
  const text = plainText([farEnd(one, spellPeer), one.description].filter((part) => part).join(', '));
  return text === '' ? undefined : text;
}

/**
 * A secret as one word of visible ASCII.
 * @throws ExpectedError where it is not: FRR and net-snmp, into whose files NVUE writes it, have no way to quote it.
 */
export function secretWord({ readSecret }: RenderContext, secret: SecretRef, most: number, use: string): string {
  const value = readSecret(secret, most);
  if (/^[!-~]+$/.test(value) && !/^[#!]|["'`\\]/.test(value) && value.length <= most) return value;
  throw new ExpectedError(`the value of ${secret.name} cannot be ${use} of Cumulus Linux`, {
    hint: `it must be 1 to ${most} visible ASCII characters, none of them a quote or a backslash, the first neither # nor !`,
  });
}
