import type { Family } from '../../../ip/index.ts';
import type { Scope } from './settings.ts';

export type Protocol = 'ospf' | 'ospf3' | 'bgp' | 'mlag';

/** A session between two devices, an OSPF adjacency, or the bond between the two of an MLAG pair. */
export interface Session {
  /** The same before and after, as long as it is the same session. */
  readonly key: string;
  readonly protocol: Protocol;
  readonly a: string;
  readonly z: string;
  /** Of a BGP session between addresses. */
  readonly family?: Family;
  readonly vrf?: string;
  /** What it is bound to: a link, or the path between the leafs of a rack. Absent: it goes any way there is. */
  readonly over?: string;
  /** That link's id. */
  readonly link?: string;
  /** With a router that is no part of the fabric. */
  readonly outside?: true;
}

/** Part of a device's config that a session depends on. */
export interface Dependence {
  readonly device: string;
  readonly scope: Scope;
  /** It is named after the address, or the port, where the session is. */
  readonly own?: true;
}

/** Key of a session that is bound to a link or to the path between two leafs. Without a family it is between link-local addresses. */
export function linkKey(protocol: Protocol, over: string, family?: Family, vrf?: string): string {
  const addresses = protocol === 'bgp' ? ` ${family ?? 'link-local'}` : '';
  return `${protocol} over ${over}${addresses}${vrf === undefined ? '' : ` in ${vrf}`}`;
}

/** Key of a session between loopbacks. */
export function loopbackKey(one: string, other: string, family?: Family): string {
  return `bgp ${one < other ? `${one} ${other}` : `${other} ${one}`} ${family ?? ''}`;
}

/** Key of a session with an upstream. */
export function outsideKey(device: string, name: string, family?: Family): string {
  return `bgp outside ${device} ${name} ${family ?? ''}`;
}

/** Sessions by key, with all that they depend on at both ends. */
export class SessionTable {
  readonly #sessions = new Map<string, { readonly session: Session; readonly on: Dependence[] }>();

  add(session: Session, on: readonly Dependence[] = []): void {
    const known = this.#sessions.get(session.key);
    if (known) known.on.push(...on);
    else this.#sessions.set(session.key, { session, on: [...on] });
  }

  has(key: string): boolean {
    return this.#sessions.has(key);
  }

  dependences(key: string): readonly Dependence[] {
    return this.#sessions.get(key)?.on ?? [];
  }

  get all(): Session[] {
    return [...this.#sessions.values()].map(({ session }) => session);
  }
}
