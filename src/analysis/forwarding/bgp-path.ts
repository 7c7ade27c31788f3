import type { Ip } from '../../ip/index.ts';
import type { Announcement } from './policies.ts';

/** Where a path leads: an address to look up, an interface whose neighbour is link-local, here, or nowhere. */
export type BgpNextHop =
  | { readonly type: 'address'; readonly ip: Ip }
  | { readonly type: 'interface'; readonly key: string }
  | { readonly type: 'self' }
  | { readonly type: 'discard' };

/** One way to a prefix, as a router holds it (RFC 4271, 5). */
export interface Path extends Announcement {
  readonly asPath: readonly number[];
  readonly nextHop: BgpNextHop;
  readonly source: 'local' | 'ebgp' | 'ibgp';
  /** Router id of the session's far end. */
  readonly from: string;
  readonly originator?: string;
  readonly clusters: readonly string[];
  /** The session was to a client of this reflector. */
  readonly fromClient: boolean;
  /** Tells paths of one session apart (RFC 7911). */
  readonly id: string;
  /** Taken over from this table. */
  readonly leakedFrom?: string;
}

/** Local preference of routes that no policy gives another. */
export const usualPreference = 100;
