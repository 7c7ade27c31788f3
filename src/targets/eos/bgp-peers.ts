import type { Bgp, BgpFamily, BgpGroup, BgpInstance, BgpNeighbor, BgpPeer } from '../../device/device.ts';
import type { Family } from '../../ip/index.ts';
import { spellPort } from './names.ts';

/** Interface behind which a neighbour without addresses is. */
export function spellPeerPort({ port, vlan }: Extract<BgpPeer, { type: 'port' }>): string {
  return vlan === undefined ? spellPort(port) : `${spellPort(port)}.${vlan}`;
}

export const familyOf = ({ families }: BgpGroup | BgpNeighbor, family: Family): BgpFamily | undefined =>
  families.find((one) => one.family === family);

/** What holds for a neighbour in a family: its own comes first. */
export function inForce(shared: BgpFamily, own: BgpFamily | undefined): BgpFamily {
  return { ...shared, ...own, defaultOriginate: shared.defaultOriginate || (own?.defaultOriginate ?? false) };
}

/** Sessions over IPv4 for IPv4 alone say of themselves what others say in each address family. */
export const isAllIpv4 = ({ families, extendedNextHop }: BgpGroup): boolean =>
  !extendedNextHop && families.every(({ family }) => family === 4);

/** What the sessions of a group say of themselves: what they do for IPv4, where that is all they carry. */
export const saidBySession = (group: BgpGroup): BgpFamily | undefined =>
  isAllIpv4(group) ? familyOf(group, 4) : undefined;

/**
 * Prefixes at which a session is shut: EOS counts those of all families together, so that there is a limit only where
 * every family has one.
 */
export function limitOf(families: readonly BgpFamily[]): number | undefined {
  let sum = 0;
  for (const { maximumPrefixes } of families) {
    if (maximumPrefixes === undefined) return undefined;
    sum += maximumPrefixes;
  }
  return families.length === 0 ? undefined : sum;
}

const isPort = ({ peer }: BgpNeighbor): boolean => peer.type === 'port';

/** The group that a neighbour behind a port has for itself. */
function ownGroup(group: BgpGroup, neighbor: BgpNeighbor, name: string): BgpGroup {
  return {
    ...group,
    name,
    description: neighbor.description,
    families: group.families.map((shared) => inForce(shared, familyOf(neighbor, shared.family))),
  };
}

/**
 * BGP as EOS can say it: a neighbour behind a port has nothing of its own but its group and AS, so that one that differs
 * from its group gets a group for itself.
 */
export function withPortGroups(bgp: Bgp): Bgp {
  const byName = new Map(bgp.groups.map((group) => [group.name, group]));
  const added: BgpGroup[] = [];
  const kept = new Set<string>();
  const left = new Set<string>();
  const move = (neighbor: BgpNeighbor): BgpNeighbor => {
    const group = byName.get(neighbor.group);
    if (!group || neighbor.peer.type === 'address' || neighbor.families.length === 0) {
      kept.add(neighbor.group);
      return neighbor;
    }
    const name = `${group.name}-${spellPeerPort(neighbor.peer).replaceAll(/[/.]/g, '-')}`;
    added.push(ownGroup(group, neighbor, name));
    left.add(group.name);
    return { ...neighbor, group: name, families: [] };
  };
  const moveAll = <T extends BgpInstance>(instance: T): T => ({ ...instance, neighbors: instance.neighbors.map(move) });
  const vrfs = bgp.vrfs.map(moveAll);
  const moved = moveAll(bgp);
  const groups = bgp.groups.filter(({ name }) => kept.has(name) || !left.has(name));
  return { ...moved, vrfs, groups: [...groups, ...added] };
}

/** Groups of which the instance has a neighbour behind a port. */
export function portGroups({ neighbors }: BgpInstance): ReadonlySet<string> {
  return new Set(neighbors.filter(isPort).map(({ group }) => group));
}
