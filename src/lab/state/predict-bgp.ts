import { subnetOf } from '../../analysis/forwarding/routes.ts';
import type { Forwarding } from '../../analysis/forwarding/fib.ts';
import { tableName } from '../../analysis/forwarding/bgp-sessions.ts';
import type { Router } from '../../analysis/forwarding/routers.ts';
import type { Bgp, BgpFamily, BgpGroup, BgpInstance, BgpNeighbor } from '../../device/device.ts';
import { mostPaths } from '../../frr/ospf-view.ts';
import { policyOf } from '../../frr/permit-all.ts';
import { formatIp, formatPrefix } from '../../ip/index.ts';
import { portKey } from '../../analysis/forwarding/interface-key.ts';
import {
  type NeighbourFamily,
  type NeighbourState,
  type PathLimits,
  type ProcessState,
  bgpProcess,
} from './bgp-state.ts';
import { inVrf } from './router-state.ts';

/** Seconds, where the model has none: those of FRR's traditional profile. */
const usualTimers = { keepalive: 60, hold: 180 } as const;

type Named = BgpInstance & { readonly vrf?: string };

const instancesOf = (bgp: Bgp): Named[] => [bgp, ...bgp.vrfs];

function familyOf(bgp: Bgp, group: BgpGroup, shared: BgpFamily, own: BgpFamily | undefined): NeighbourFamily {
  const { family } = shared;
  return {
    reflectorClient: group.routeReflectorClient,
    nextHopSelf: group.nextHopSelf,
    allPaths: group.addPath,
    defaultOriginate: shared.defaultOriginate || (own?.defaultOriginate ?? false),
    allowOwnAs: group.allowOwnAs,
    maximumPrefixes: own?.maximumPrefixes ?? shared.maximumPrefixes ?? 0,
    importPolicy: own?.importPolicy ?? policyOf(bgp, group, family, 'importPolicy') ?? '',
    exportPolicy: own?.exportPolicy ?? policyOf(bgp, group, family, 'exportPolicy') ?? '',
  };
}

function neighbourOf(bgp: Bgp, group: BgpGroup, neighbor: BgpNeighbor): NeighbourState {
  return {
    remoteAs: neighbor.remoteAs ?? group.remoteAs ?? 0,
    ...(group.timers ?? usualTimers),
    bfd: group.bfd,
    families: new Map(
      group.families.map((shared) => [
        `ipv${shared.family}` as const,
        familyOf(
          bgp,
          group,
          shared,
          neighbor.families.find(({ family }) => family === shared.family),
        ),
      ]),
    ),
  };
}

function peerName({ peer }: BgpNeighbor, names: ReadonlyMap<string, string>): string {
  if (peer.type === 'address') return formatIp(peer.ip);
  const key = peer.vlan === undefined ? portKey(peer.port) : `${portKey(peer.port)}.${peer.vlan}`;
  return names.get(key) ?? key;
}

/** Settings of every session of a router. */
export function predictNeighbours({ bgp }: Router, names: ReadonlyMap<string, string>): Map<string, NeighbourState> {
  if (!bgp) return new Map();
  const groups = new Map(bgp.groups.map((group) => [group.name, group]));
  return new Map(
    instancesOf(bgp).flatMap(({ vrf, neighbors }) =>
      neighbors.flatMap((neighbor): [string, NeighbourState][] => {
        const group = groups.get(neighbor.group);
        return group ? [[inVrf(peerName(neighbor, names), vrf), neighbourOf(bgp, group, neighbor)]] : [];
      }),
    ),
  );
}

/** Limits count for the kinds of sessions that a router has. */
function limitsOf({ groups, maximumPaths }: Bgp): PathLimits {
  const paths = Math.min(maximumPaths, mostPaths);
  const has = (kind: BgpGroup['type']): boolean => groups.some(({ type }) => type === kind);
  return { ...(has('external') ? { external: paths } : {}), ...(has('internal') ? { internal: paths } : {}) };
}

/** BGP of a router in each routing table, by name. */
export function predictBgp({ bgp }: Router): [string, ProcessState][] {
  if (!bgp) return [];
  const reflects = bgp.groups.some(({ routeReflectorClient }) => routeReflectorClient);
  return instancesOf(bgp).map(({ vrf, neighbors }) => {
    const used = new Set(neighbors.map(({ group }) => group));
    const families = bgp.groups.filter(({ name }) => used.has(name)).flatMap((group) => group.families);
    const process = bgpProcess({
      asn: bgp.asn,
      routerId: formatIp(bgp.routerId),
      ...(reflects ? { clusterId: formatIp(bgp.clusterId ?? bgp.routerId) } : {}),
      multipathRelax: bgp.multipathRelax,
      maximumPaths: new Map(families.map(({ family }) => [`ipv${family}` as const, limitsOf(bgp)])),
    });
    return [inVrf('BGP', vrf), process];
  });
}

/** Prefixes that a router announces of itself: networks of interfaces that are up, and aggregates of what there is. */
export function predictOriginated({ name, bgp, interfaces }: Router, { tables }: Forwarding): Set<string> {
  if (!bgp) return new Set();
  const prefixes = instancesOf(bgp).flatMap(({ vrf, networks, aggregates }) => {
    const up = new Set(
      [...interfaces.values()]
        .filter((at) => at.vrf === vrf)
        .flatMap(({ addresses }) => addresses.map((address) => formatPrefix(subnetOf(address)))),
    );
    const table = tables.get(tableName(name, vrf));
    return [
      ...networks.map(formatPrefix).filter((prefix) => up.has(prefix)),
      ...aggregates.map(formatPrefix).filter((prefix) => table?.get(prefix)?.nextHops.length === 0),
    ].map((prefix) => inVrf(prefix, vrf));
  });
  return new Set(prefixes);
}
