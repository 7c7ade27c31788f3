import type { BgpFamily, BgpGroup, BgpNeighbor, SwitchDevice } from '../../device/device.ts';
import { formatIp, type Ip } from '../../ip/index.ts';
import type { Instance } from './job.ts';

/**
 * Policies that heddle adds to those of the device. Junos asks all policies of a session in order, for routes of all
 * protocols and both families; one that neither accepts nor rejects hands a route on to the next.
 */
export const own = {
  /** Marks all for a graceful shutdown. */
  drained: 'DRAINED',
  nextHopSelf: 'NEXT-HOP-SELF',
  /** Announces the default route, whatever protocol it is of. */
  defaultRoute: 'DEFAULT-ROUTE',
  /** Stops what is neither of BGP nor originated by the switch: Junos would announce the routes of all protocols. */
  bgpRoutes: 'BGP-ROUTES',
  /** Announces what got that far in a family without a policy. */
  announce: 'ANNOUNCE',
} as const;

/** Policies of a session, in the order in which they are asked. */
export interface Chains {
  readonly imports: readonly string[];
  readonly exports: readonly string[];
}

/** Name of the policy that lets through what an instance announces. */
export const bgpRoutesOf = ({ vrf }: Instance): string =>
  vrf === undefined ? own.bgpRoutes : `${own.bgpRoutes}-${vrf}`;

const isName = (name: string | undefined): name is string => name !== undefined;

/** What a session does for a family: the neighbour's own settings come first. */
export function familiesOf(group: BgpGroup, neighbor?: BgpNeighbor): BgpFamily[] {
  const mine = new Map(neighbor?.families.map((one) => [one.family, one]));
  return group.families.map((shared) => {
    const special = mine.get(shared.family);
    return special
      ? { ...shared, ...special, defaultOriginate: shared.defaultOriginate || special.defaultOriginate }
      : shared;
  });
}

/** Policies of the sessions of a group in an instance, or of one neighbour. */
export function chainsOf(device: SwitchDevice, instance: Instance, group: BgpGroup, neighbor?: BgpNeighbor): Chains {
  const families = familiesOf(group, neighbor);
  const exported = families.map((one) => one.exportPolicy).filter(isName);
  const { networks = [], aggregates = [] } = instance.bgp ?? {};
  const originates = networks.length + aggregates.length > 0;
  return {
    imports: families.map((one) => one.importPolicy).filter(isName),
    exports: [
      ...(device.maintenance ? [own.drained] : []),
      ...(group.nextHopSelf ? [own.nextHopSelf] : []),
      ...(families.some((one) => one.defaultOriginate) ? [own.defaultRoute] : []),
      ...(originates || exported.length > 0 ? [bgpRoutesOf(instance)] : []),
      ...exported,
      ...(originates && exported.length < families.length ? [own.announce] : []),
    ],
  };
}

/** Where statements of a group stand. */
const groupPath = ({ scope }: Instance, group: BgpGroup): string => `${scope}protocols bgp group ${group.name}`;

const sameList = (one: readonly string[], other: readonly string[]): boolean => one.join(' ') === other.join(' ');

/** Policies of a neighbour where they are not those of its group: they take the place of all of the group's. */
export function specialChains(
  device: SwitchDevice,
  instance: Instance,
  group: BgpGroup,
  neighbor: BgpNeighbor,
): Chains {
  const [shared, mine] = [chainsOf(device, instance, group), chainsOf(device, instance, group, neighbor)];
  return {
    imports: sameList(shared.imports, mine.imports) ? [] : mine.imports,
    exports: sameList(shared.exports, mine.exports) ? [] : mine.exports,
  };
}

/** A group with its neighbours in an instance. */
export interface Sessions {
  readonly instance: Instance;
  readonly group: BgpGroup;
  readonly path: string;
  readonly neighbors: readonly { readonly neighbor: BgpNeighbor; readonly ip: Ip; readonly path: string }[];
}

/** The groups that have neighbours, instance by instance. */
export function sessionsOf({ bgp }: SwitchDevice, instances: readonly Instance[]): Sessions[] {
  return instances.flatMap((instance) =>
    (bgp?.groups ?? []).flatMap((group) => {
      const path = groupPath(instance, group);
      const neighbors = (instance.bgp?.neighbors ?? []).flatMap((neighbor) => {
        if (neighbor.group !== group.name) return [];
        const { peer } = neighbor;
        if (peer.type === 'port')
          throw new Error('sessions without addresses are not among the features of this target');
        return [{ neighbor, ip: peer.ip, path: `${path} neighbor ${formatIp(peer.ip)}` }];
      });
      return neighbors.length === 0 ? [] : [{ instance, group, path, neighbors }];
    }),
  );
}

/** Policies that announce, by where they stand: at a group, or at a neighbour that has others than its group. */
export function exportsByPath(device: SwitchDevice, instances: readonly Instance[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { instance, group, path, neighbors } of sessionsOf(device, instances)) {
    found.set(path, chainsOf(device, instance, group).exports);
    for (const one of neighbors) {
      const { exports } = specialChains(device, instance, group, one.neighbor);
      if (exports.length > 0) found.set(one.path, exports);
    }
  }
  return found;
}
