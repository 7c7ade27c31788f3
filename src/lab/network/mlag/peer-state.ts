import type { PeerState } from './decide.ts';

/** What was heard of the other switch; all in milliseconds on one clock. */
export interface Hearing {
  readonly now: number;
  readonly startedAt: number;
  /** The peer link's LAG is in step with its far end. */
  readonly linkIsReady: boolean;
  /** When the peer link was last lost, or the start before it ever was there. */
  readonly lostAt: number;
  /** Latest word over the peer link, and over the keepalive path. */
  readonly heardAt: number | undefined;
  readonly keepaliveAt: number | undefined;
}

/** Silence over the peer link, or over the keepalive path, that counts as loss: NX-OS's default timeout of keepalives. */
export const silence = 5000;

/** What is on its way when the peer link fails does not tell that its sender lives. */
const inFlight = 200;

/** How long two switches that start may need to find each other. */
const startGrace = 60_000;

/** How the other switch is, from what was heard of it. */
export function peerStateOf({ now, startedAt, linkIsReady, lostAt, heardAt, keepaliveAt }: Hearing): PeerState {
  if (linkIsReady && heardAt !== undefined && heardAt >= lostAt && now - heardAt < silence) return 'joined';
  if (heardAt === undefined && now - startedAt < startGrace) return 'waiting';
  const since = linkIsReady ? Math.max(lostAt, (heardAt ?? startedAt) + silence) : lostAt;
  const lives = keepaliveAt !== undefined && keepaliveAt > since + inFlight && now - keepaliveAt < silence;
  if (lives) return 'parted';
  // A link in step has somebody at its other end.
  return !linkIsReady && now - since >= silence ? 'gone' : 'waiting';
}
