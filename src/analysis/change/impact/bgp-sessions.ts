import { formatIp } from '../../../ip/index.ts';
import type { DeviceFact } from '../inventory.ts';
import type { Adjacency } from './adjacencies.ts';
import type { Comparison } from './comparison.ts';
import type { ResetReason, SessionReset } from './impact.ts';
import { type Scope, settingReasons } from './settings.ts';

interface PresentSession {
  readonly a: string;
  readonly z: string;
  /** Parts of either device's config that the session depends on. */
  readonly scopes: { readonly device: string; readonly scope: Scope }[];
  /** Link whose addresses the session is between; absent: it is between loopbacks. */
  readonly link?: string;
}

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** Owner of every address of a switch, and the link it is on. */
function ownersOf({ present }: Comparison): ReadonlyMap<string, { device: string; link?: string }> {
  const owners = new Map<string, { device: string; link?: string }>();
  for (const [key, { device, address, purpose }] of present.addresses) {
    if (purpose === 'server') continue;
    const ip = address.split('/')[0] ?? '';
    const link = key.startsWith('p2p/') ? key.slice('p2p/'.length, key.lastIndexOf('/')) : undefined;
    owners.set(ip, link === undefined ? { device } : { device, link });
  }
  return owners;
}

/** The sessions that the configs have, by pair of devices, or by link where they are bound to one. */
function presentSessions(comparison: Comparison): Map<string, PresentSession> {
  const owners = ownersOf(comparison);
  const sessions = new Map<string, PresentSession>();
  for (const device of comparison.plannedDevices) {
    if (device.kind !== 'switch') continue;
    for (const { peer, group } of device.bgp?.neighbors ?? []) {
      if (peer.type !== 'address') continue;
      const text = formatIp(peer.ip);
      const owner = owners.get(text);
      if (!owner) continue;
      const key = owner.link ?? pairKey(device.name, owner.device);
      let session = sessions.get(key);
      if (!session) {
        session = {
          a: device.name,
          z: owner.device,
          scopes: [],
          ...(owner.link === undefined ? {} : { link: owner.link }),
        };
        sessions.set(key, session);
      }
      const scopes: Scope[] = ['bgp', `neighbor ${group}`, `neighbor ${text}`];
      session.scopes.push(...scopes.map((scope) => ({ device: device.name, scope })));
    }
  }
  return sessions;
}

/** Tier of a switch of before: one of a rack is a leaf. */
function tierOf(fact: DeviceFact | undefined): string | undefined {
  return fact?.role ?? (fact?.rack === undefined ? undefined : 'leaf');
}

function add(map: Map<string, Adjacency[]>, key: string, one: Adjacency): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

export interface BgpSessions {
  /** Every session of before; those without reasons stay up. */
  readonly all: readonly SessionReset[];
  readonly added: number;
}

/**
 * Every BGP session of before, with the reasons why it resets. Those of before are the sessions of now between switches
 * that had a routed link, and one for each pair of tiers that lost its link.
 */
export function compareBgp(
  comparison: Comparison,
  ofDevice: ReadonlyMap<string, ResetReason>,
  adjacencies: readonly Adjacency[],
): BgpSessions {
  const { past, settings } = comparison;
  const sessions = presentSessions(comparison);
  const overLinks = [...sessions.values()].some(({ link }) => link !== undefined);
  const byKey = new Map<string, Adjacency[]>();
  const ofSwitch = new Map<string, Adjacency[]>();
  for (const one of adjacencies) {
    // An adjacency between the leafs of a rack carries no session of its own.
    if (past.cables.has(one.link)) add(byKey, overLinks ? one.link : pairKey(one.a, one.z), one);
    for (const device of [one.a, one.z]) add(ofSwitch, device, one);
  }
  const isolated = (device: string): boolean => (ofSwitch.get(device) ?? []).every((one) => one.reasons.length > 0);
  const all: SessionReset[] = [];
  for (const [key, links] of byKey) {
    const { a, z } = links[0]!;
    const session = sessions.get(key);
    const [low, high] = [past.devices.get(a), past.devices.get(z)].map(tierOf);
    if (!session && low !== undefined && low === high) continue;
    const reasons = new Set([a, z].flatMap((device) => ofDevice.get(device) ?? []));
    for (const { device, scope } of session?.scopes ?? []) {
      for (const reason of settingReasons(settings, device, scope)) reasons.add(reason);
    }
    if (session?.link !== undefined) for (const reason of links[0]!.reasons) reasons.add(reason);
    if (reasons.size === 0 && !session) reasons.add('link-removed');
    if (reasons.size === 0 && (isolated(a) || isolated(z))) reasons.add('no-path-left');
    const link = session?.link === undefined ? {} : { link: session.link };
    all.push({ a, z, ...link, gone: !session, reasons: [...reasons] });
  }
  return { all, added: [...sessions.keys()].filter((key) => !byKey.has(key)).length };
}
