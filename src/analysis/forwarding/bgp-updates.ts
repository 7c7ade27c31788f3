import type { BgpFamily } from '../../device/device.ts';
import { type Family, everything, formatIp, formatPrefix } from '../../ip/index.ts';
import { type BgpNextHop, type Path, usualPreference } from './bgp-path.ts';
import type { SessionEnd } from './bgp-sessions.ts';
import type { Speaker } from './bgp-speaker.ts';

/** Community of routes that are about to go away (RFC 8326). */
const shutdown = '65535:0';

/** What a router has of a family on a session: its own settings over the group's. */
function familyOf({ group, neighbor }: SessionEnd, family: Family): BgpFamily | undefined {
  const shared = group.families.find((one) => one.family === family);
  const own = neighbor.families.find((one) => one.family === family);
  return shared && { ...shared, ...own, defaultOriginate: shared.defaultOriginate || (own?.defaultOriginate ?? false) };
}

/** A path as one end sends it to the other; undefined where it does not. */
function exported(speaker: Speaker, end: SessionEnd, path: Path): Path | undefined {
  const family = familyOf(end, path.prefix.base.family);
  if (!family) return undefined;
  const { bgp } = speaker.router;
  const internal = end.group.type === 'internal';
  if (internal && path.source === 'ibgp' && !path.fromClient && !end.group.routeReflectorClient) return undefined;
  const permitted = speaker.book.apply(family.exportPolicy, path);
  if (!permitted) return undefined;
  const communities = speaker.router.drained
    ? [...new Set([...permitted.communities, shutdown])]
    : permitted.communities;
  const self = selfHop(end);
  if (!internal) {
    return {
      ...permitted,
      communities,
      asPath: [bgp!.asn, ...permitted.asPath],
      nextHop: self,
      localPreference: usualPreference,
      clusters: [],
    };
  }
  const reflected = path.source === 'ibgp';
  const cluster = bgp!.clusterId ? formatIp(bgp!.clusterId) : speaker.routerId;
  const keeps = reflected || (path.source === 'ebgp' && !end.group.nextHopSelf);
  return {
    ...permitted,
    communities,
    nextHop: keeps ? path.nextHop : self,
    ...(reflected ? { originator: path.originator ?? path.from, clusters: [cluster, ...path.clusters] } : {}),
  };
}

/** The sender as next hop: its address on the session, or its link-local one. */
function selfHop(end: SessionEnd): BgpNextHop {
  return end.own ? { type: 'address', ip: end.own } : { type: 'interface', key: '' };
}

/** A path as the other end takes it in; undefined where it refuses. */
export function imported(speaker: Speaker, end: SessionEnd, path: Path, sender: string): Path | undefined {
  const family = familyOf(end, path.prefix.base.family);
  const { bgp } = speaker.router;
  if (!family || !bgp) return undefined;
  const own = path.asPath.filter((asn) => asn === bgp.asn).length;
  if (own > end.group.allowOwnAs) return undefined;
  if (path.originator === speaker.routerId) return undefined;
  if (bgp.clusterId && path.clusters.includes(formatIp(bgp.clusterId))) return undefined;
  const nextHop: BgpNextHop =
    path.nextHop.type === 'interface' && end.at ? { type: 'interface', key: end.at.key } : path.nextHop;
  return speaker.book.apply(family.importPolicy, {
    ...path,
    nextHop,
    source: end.group.type === 'internal' ? 'ibgp' : 'ebgp',
    from: sender,
    fromClient: end.group.routeReflectorClient,
  });
}

/** What a speaker tells one neighbour of a family: the best path of each prefix, or all of them. */
export function advertised(
  speaker: Speaker,
  end: SessionEnd,
  families: readonly Family[],
  session: string,
): Map<string, Path[]> {
  const told = new Map<string, Path[]>();
  const best = speaker.best();
  const all = end.group.addPath ? speaker.paths() : undefined;
  for (const [key, chosen] of best) {
    const family = chosen[0]!.prefix.base.family;
    if (!families.includes(family)) continue;
    const candidates = all?.get(key) ?? [chosen[0]!];
    const sent = candidates.flatMap((path) => (path.id === session ? [] : (exported(speaker, end, path) ?? [])));
    if (sent.length > 0) told.set(key, sent);
  }
  for (const family of families) {
    if (!familyOf(end, family)?.defaultOriginate) continue;
    const prefix = everything(family);
    const asPath = end.group.type === 'internal' ? [] : [speaker.router.bgp!.asn];
    told.set(formatPrefix(prefix), [
      {
        prefix,
        asPath,
        nextHop: selfHop(end),
        source: 'local',
        from: speaker.routerId,
        clusters: [],
        fromClient: false,
        id: 'default',
        communities: [],
        localPreference: usualPreference,
      },
    ]);
  }
  return told;
}
