import type { BgpFamily, BgpGroup, BgpNeighbor, SwitchDevice } from '../../device/device.ts';
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

/** Of every session of a switch. */
export function allChains(device: SwitchDevice, instances: readonly Instance[]): Chains[] {
  const groups = new Map(device.bgp?.groups.map((group) => [group.name, group]));
  return instances.flatMap((instance) =>
    (instance.bgp?.neighbors ?? []).flatMap((neighbor) => {
      const group = groups.get(neighbor.group);
      return group ? [chainsOf(device, instance, group), chainsOf(device, instance, group, neighbor)] : [];
    }),
  );
}
