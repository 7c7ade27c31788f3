import type { Family } from '../../../ip/index.ts';
import { familyMark } from '../../../plan/families.ts';
import { groupBy } from '../../../fabric/group-by.ts';
import { addressKey, linkAddressKey, vrfAddressKey } from '../inventory.ts';
import type { Comparison } from './comparison.ts';
import type { ResetReason, SessionReset } from './impact.ts';
import { pastSessions, speechBefore, speechNow } from './past-sessions.ts';
import { presentSessions } from './present-sessions.ts';
import type { Protocol, Session, SessionTable } from './session.ts';
import { settingReasons } from './settings.ts';

/** A session of before; without reasons it stays up. */
export interface SessionFate extends SessionReset {
  readonly session: Session;
}

export interface SessionChanges {
  readonly all: readonly SessionFate[];
  /** New ones, by protocol. */
  readonly added: Readonly<Record<Protocol, number>>;
}

type ReasonsOfDevice = ReadonlyMap<string, ResetReason>;

const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** What happens to a link: it goes, moves, or gets another speed. */
function linkFates({ past, present, cables, devices }: Comparison): (session: Session) => ResetReason[] {
  const moved = new Set(cables.moved.map(({ cable }) => cable.id));
  const faster = new Set(cables.speeds.map(({ cable }) => cable.id));
  const ofLink = (id: string): ResetReason[] => [
    ...(present.cables.has(id) ? [] : (['link-removed'] as const)),
    ...(moved.has(id) ? (['port-moved'] as const) : []),
    ...(faster.has(id) ? (['speed-changed'] as const) : []),
  ];
  const gone = new Set(devices.removed.map(({ name }) => name));
  const between = groupBy([...past.cables.values()], ({ a, z }) => pairOf(a.device, z.device));
  return ({ a, z, link, over, protocol }) => {
    if (gone.has(a) || gone.has(z)) return [];
    if (link !== undefined) return ofLink(link);
    // A pair has several cables between it, which fail one at a time.
    if (over === undefined && protocol !== 'mlag') return [];
    const all = (between.get(pairOf(a, z)) ?? []).map(({ id }) => ofLink(id));
    return all.some((reasons) => reasons.length === 0) ? [] : [...new Set(all.flat())];
  };
}

/** Whether an address that the session is between is another. OSPF for IPv6 runs between link-local addresses. */
function isRenumbered({ addresses }: Comparison): (session: Session) => boolean {
  const changed = new Set(addresses.changed.map(({ key }) => key));
  return ({ a, z, link, over, family, vrf, protocol, outside }) => {
    if (protocol === 'mlag' || protocol === 'ospf3') return false;
    const mark = familyMark(family ?? 4);
    const ends = [a, z];
    if (outside) return changed.has(`upstream${mark}/${z}/${a}`);
    if (over === undefined) return ends.some((device) => changed.has(`loopback${mark}/${device}`));
    const keyAt = (device: string): string => {
      if (link === undefined) return addressKey(`backup${vrf === undefined ? '' : `-${vrf}`}${mark}`, device);
      return vrf === undefined ? linkAddressKey(link, device, mark) : vrfAddressKey(vrf, link, device, mark);
    };
    return ends.some((device) => changed.has(keyAt(device)));
  };
}

/** Devices whose number is another, as far as the lock tells. */
function otherNumbers({ before, plan }: Comparison): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { node, asn } of plan.switches.values()) {
    const old =
      before.get(`asn/switch/${node.name}`) ??
      before.get(`asn/rack/${node.rack?.name ?? ''}`) ??
      (node.role === 'spine' ? before.get(`asn/pod/${node.pod?.name ?? ''}`) : undefined);
    if (old !== undefined && old !== String(asn)) found.add(node.name);
  }
  return found;
}

/** Family that a session is for; undefined where it is between link-local addresses, for both. */
function familyOf({ protocol, family }: Session): Family | undefined {
  return protocol === 'ospf' ? 4 : protocol === 'ospf3' ? 6 : family;
}

/** Why a session is no more, where neither its ends nor its link tell. */
function whyGone(comparison: Comparison, session: Session): ResetReason {
  const { vrf, link, outside, protocol } = session;
  if (outside) return 'upstream-removed';
  if (protocol === 'mlag') return 'mlag-changed';
  if (speechBefore(comparison) !== speechNow(comparison)) return 'protocol-changed';
  if (vrf !== undefined && !comparison.plan.vrfVlans.has(vrf)) return 'vrf-removed';
  const family = familyOf(session);
  const families = new Set(comparison.plan.fabric.pools.loopbacks.map(({ prefix }) => prefix.base.family));
  if (family !== undefined && !families.has(family)) return 'families-changed';
  const [old, now] = [comparison.past, comparison.present].map(({ cables }) => cables.get(link ?? '')?.prefix);
  return link !== undefined && old !== now ? 'renumbered' : 'link-removed';
}

/** What it is when a session's own addresses are others. */
function readdressing({ over, outside, family }: Session): ResetReason {
  if (over !== undefined || outside) return 'renumbered';
  return family === 6 ? 'update-source-changed' : 'loopback-changed';
}

/** The reasons of one session of before; none where it stays up. Those between loopbacks still need a way. */
function reasonsOf(session: Session, gone: boolean, known: Known): ResetReason[] {
  const { comparison, present, ofDevice, ofLink, renumbered, numbers } = known;
  const { a, z, protocol, key } = session;
  const reasons = new Set([a, z].flatMap((device) => ofDevice.get(device) ?? []));
  if (protocol === 'mlag') reasons.delete('loopback-changed');
  for (const reason of ofLink(session)) reasons.add(reason);
  const readdressed = !gone && renumbered(session);
  if (readdressed) reasons.add(readdressing(session));
  if (protocol === 'bgp' && [a, z].some((device) => numbers.has(device))) reasons.add('as-changed');
  // What is said of a port that the cable was not in is no change to the link.
  const moved = reasons.has('port-moved');
  for (const { device, scope, own } of present.dependences(key)) {
    const ofPort = scope.includes(' ') && !scope.startsWith('neighbor ');
    if (moved && ofPort) continue;
    // Nor is what is said of another address or port.
    if (own && (moved || readdressed)) continue;
    for (const reason of settingReasons(comparison.settings, device, scope)) reasons.add(reason);
  }
  if (gone && reasons.size === 0) reasons.add(whyGone(comparison, session));
  return [...reasons];
}

interface Known {
  readonly comparison: Comparison;
  readonly present: SessionTable;
  readonly ofDevice: ReasonsOfDevice;
  readonly ofLink: (session: Session) => ResetReason[];
  readonly renumbered: (session: Session) => boolean;
  readonly numbers: ReadonlySet<string>;
}

/** Sessions between loopbacks fall when one end loses every adjacency at once. */
function withoutPath(fates: readonly SessionFate[]): (fate: SessionFate) => SessionFate {
  const ofSwitch = new Map<string, SessionFate[]>();
  for (const one of fates) {
    if (one.session.protocol !== 'ospf' && one.session.protocol !== 'ospf3') continue;
    for (const device of [one.a, one.z]) {
      const list = ofSwitch.get(device);
      if (list) list.push(one);
      else ofSwitch.set(device, [one]);
    }
  }
  const isolated = (device: string, underlay: Protocol): boolean => {
    const own = (ofSwitch.get(device) ?? []).filter(({ session }) => session.protocol === underlay);
    return own.every((one) => one.reasons.length > 0);
  };
  return (fate) => {
    const { protocol, over, outside, family } = fate.session;
    if (protocol !== 'bgp' || over !== undefined || outside || fate.reasons.length > 0) return fate;
    const underlay = family === 6 ? 'ospf3' : 'ospf';
    const cut = [fate.a, fate.z].some((device) => isolated(device, underlay));
    return cut ? { ...fate, reasons: ['no-path-left'] } : fate;
  };
}

/** Every session of before, with the reasons why it resets, and how many are new. */
export function compareSessions(comparison: Comparison, ofDevice: ReasonsOfDevice): SessionChanges {
  const present = presentSessions(comparison);
  const past = pastSessions(comparison, present);
  const known: Known = {
    comparison,
    present,
    ofDevice,
    ofLink: linkFates(comparison),
    renumbered: isRenumbered(comparison),
    numbers: otherNumbers(comparison),
  };
  const fates = past.all.map((session): SessionFate => {
    const { a, z, link, family, vrf, protocol } = session;
    const gone = !present.has(session.key);
    return {
      session,
      a,
      z,
      ...(link === undefined ? {} : { link }),
      ...(protocol !== 'bgp' || family === undefined ? {} : { family }),
      ...(vrf === undefined ? {} : { vrf }),
      gone,
      reasons: reasonsOf(session, gone, known),
    };
  });
  const added = { ospf: 0, ospf3: 0, bgp: 0, mlag: 0 };
  for (const { key, protocol } of present.all) if (!past.has(key)) added[protocol]++;
  return { all: fates.map(withoutPath(fates)), added };
}
