import type { BgpGroup, BgpInstance, BgpNeighbor } from '../../../device/device.ts';
import { formatIp, formatPrefix } from '../../../ip/index.ts';
import { familyOf, inForce, isAllIpv4, limitOf, spellPeerPort } from '../bgp-peers.ts';
import { plainText } from '../text.ts';
import { type Circumstances, type FamilyView, familyViews } from './bgp-families.ts';

/** A neighbour that has an address. */
interface NeighborView {
  readonly address: string;
  readonly group: string;
  readonly remoteAs: number | null;
  readonly description: string;
  readonly importPolicy: string | null;
  readonly exportPolicy: string | null;
  readonly maximumPrefixes: number | null;
}

/** BGP in one routing instance. */
export interface InstanceView {
  readonly neighbors: readonly NeighborView[];
  readonly ports: readonly { readonly name: string; readonly group: string; readonly remoteAs: number | null }[];
  readonly aggregates: readonly string[];
  readonly families: readonly FamilyView[];
}

/** The limit of a neighbour that differs from its group's. */
function ownLimit(neighbor: BgpNeighbor, group: BgpGroup | undefined): number | null {
  if (!group || neighbor.families.every(({ maximumPrefixes }) => maximumPrefixes === undefined)) return null;
  return limitOf(group.families.map((shared) => inForce(shared, familyOf(neighbor, shared.family)))) ?? null;
}

function neighborView(neighbor: BgpNeighbor, address: string, group: BgpGroup | undefined): NeighborView {
  const own = group && isAllIpv4(group) ? familyOf(neighbor, 4) : undefined;
  return {
    address,
    group: neighbor.group,
    remoteAs: neighbor.remoteAs ?? null,
    description: plainText(neighbor.description),
    importPolicy: own?.importPolicy ?? null,
    exportPolicy: own?.exportPolicy ?? null,
    maximumPrefixes: ownLimit(neighbor, group),
  };
}

/** What is said of an instance, below `router bgp` or below a VRF there. */
export function instanceView(
  instance: BgpInstance,
  groups: ReadonlyMap<string, BgpGroup>,
  circumstances: Circumstances,
): InstanceView {
  return {
    neighbors: instance.neighbors.flatMap((one) =>
      one.peer.type === 'address' ? [neighborView(one, formatIp(one.peer.ip), groups.get(one.group))] : [],
    ),
    ports: instance.neighbors.flatMap(({ peer, group, remoteAs }) =>
      peer.type === 'port' ? [{ name: spellPeerPort(peer), group, remoteAs: remoteAs ?? null }] : [],
    ),
    aggregates: instance.aggregates.map(formatPrefix),
    families: familyViews(instance, groups, circumstances),
  };
}
