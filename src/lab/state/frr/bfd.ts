import { inVrf } from '../router-state.ts';
import { type RouterAnswers, jsonOf } from './ask-router.ts';

interface Peer {
  readonly peer: string;
  readonly vrf?: string;
  readonly interface?: string;
  readonly status?: string;
  readonly 'receive-interval'?: number;
  readonly 'transmit-interval'?: number;
  readonly 'detect-multiplier'?: number;
}

/** Name of a BFD session: a link-local address is in no plan, so the interface stands for it. */
export function bfdName(address: string | undefined, link: string | undefined, vrf: string | undefined): string {
  const isLinkLocal = address === undefined || address.startsWith('fe80:');
  return inVrf(isLinkLocal ? `${link} link-local` : address, vrf);
}

/** Timers of a BFD session in words: milliseconds between packets, and how many may be lost. */
export function bfdTimers(receive: number, transmit: number, multiplier: number): string {
  return `${receive === transmit ? receive : `${transmit} ms sent, ${receive}`} ms x ${multiplier}`;
}

/** BFD sessions that are up, with their timers. */
export function bfdSessions(answers: RouterAnswers): Map<string, string> {
  const peers = (jsonOf(answers, 'show bfd peers json') ?? []) as readonly Peer[];
  return new Map(
    peers
      .filter(({ status }) => status === 'up')
      .map((one) => [
        bfdName(one.peer, one.interface, one.vrf),
        bfdTimers(one['receive-interval'] ?? 0, one['transmit-interval'] ?? 0, one['detect-multiplier'] ?? 0),
      ]),
  );
}
