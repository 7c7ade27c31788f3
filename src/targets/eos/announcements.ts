import type { SwitchDevice } from '../../device/device.ts';
import { saidBySession, withPortGroups } from './bgp-peers.ts';
import { type InstanceView, instanceView } from './views/bgp-instance.ts';

/** A policy for what a group or a neighbour is told, and where in the config it is said: modes below `router bgp`. */
export interface Announcement {
  readonly modes: readonly string[];
  readonly name: string;
  readonly policy: string;
}

/** A policy of a view, if there is one. */
const announced = (modes: readonly string[], name: string, policy: string | null): Announcement[] =>
  policy === null ? [] : [{ modes, name, policy }];

function ofInstance({ neighbors, families }: InstanceView, modes: readonly string[]): Announcement[] {
  return [
    ...neighbors.flatMap(({ address, exportPolicy }) => announced(modes, address, exportPolicy)),
    ...families.flatMap(({ family, sessions }) =>
      sessions.flatMap(({ name, exportPolicy }) =>
        announced([...modes, `address-family ipv${family}`], name, exportPolicy),
      ),
    ),
  ];
}

/** All policies for what a switch announces, in the order of its config. */
export function announcementsOf(device: SwitchDevice): Announcement[] {
  if (!device.bgp) return [];
  const bgp = withPortGroups(device.bgp);
  const groups = new Map(bgp.groups.map((group) => [group.name, group]));
  return [
    ...bgp.groups.flatMap((group) => announced([], group.name, saidBySession(group)?.exportPolicy ?? null)),
    ...ofInstance(instanceView(bgp, groups, false), []),
    ...bgp.vrfs.flatMap((one) => ofInstance(instanceView(one, groups, true), [`vrf ${one.vrf}`])),
  ];
}
