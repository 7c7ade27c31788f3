import type { ResetReason, SessionReset } from '../change/impact/impact.ts';
import type { Wiring } from './wiring.ts';

/** What both ends of a session must say alike, or it stays down. */
const agreed: ReadonlySet<ResetReason> = new Set([
  'area-changed',
  'as-changed',
  'authentication-changed',
  'network-type-changed',
  'protocol-changed',
  'update-source-changed',
]);

/** Timers and MTU are told in OSPF's hellos and descriptions; BGP settles on the lower hold time. */
const agreedInOspf: ReadonlySet<ResetReason> = new Set(['timers-changed', 'mtu-changed']);

const isAgreed = (reason: ResetReason): boolean => agreed.has(reason);

/** Sessions that a change resets, as `heddle plan` finds them. */
export interface Resets {
  readonly ospf: readonly SessionReset[];
  readonly ospf3: readonly SessionReset[];
  readonly bgp: readonly SessionReset[];
}

/** Links whose ends do not understand each other while one runs the old config and the other the new, by link id. */
export function disagreeingLinks({ ospf, ospf3, bgp }: Resets, now: Wiring): ReadonlySet<string> {
  const failing = [
    ...[...ospf, ...ospf3].filter(({ reasons }) => reasons.some((one) => isAgreed(one) || agreedInOspf.has(one))),
    ...bgp.filter(({ reasons }) => reasons.some(isAgreed)),
  ];
  const links = new Set(failing.flatMap(({ link }) => link ?? []));
  const pairs = new Set(failing.flatMap(({ a, z, link }) => (link === undefined ? [`${a} ${z}`, `${z} ${a}`] : [])));
  for (const { id, a, z } of now.wires.values()) if (pairs.has(`${a.device} ${z.device}`)) links.add(id);
  return links;
}
