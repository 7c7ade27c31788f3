import type { SwitchDevice } from '../../device/device.ts';
import { saidBySession, withPortGroups } from './bgp-peers.ts';
import { defaultPolicyOf } from './drain.ts';
import { type InstanceView, instanceView } from './views/bgp-instance.ts';

/** A policy for what a group or a neighbour is told. */
export interface Announcement {
  /** Modes below `router bgp` in which it is said. */
  readonly modes: readonly string[];
  readonly line: string;
  /** Takes the policy away. */
  readonly undo: string;
}

function exported(modes: readonly string[], name: string, policy: string | null | undefined): Announcement[] {
  if (policy === null || policy === undefined) return [];
  const line = `neighbor ${name} route-map ${policy} out`;
  return [{ modes, line, undo: `no ${line}` }];
}

function originated(modes: readonly string[], name: string, policy: string | null): Announcement[] {
  if (policy === null) return [];
  const always = `neighbor ${name} default-originate`;
  return [{ modes, line: `${always} route-map ${policy} always`, undo: `${always} always` }];
}

function ofInstance({ neighbors, families }: InstanceView, modes: readonly string[]): Announcement[] {
  return [
    ...neighbors.flatMap(({ address, exportPolicy }) => exported(modes, address, exportPolicy)),
    ...families.flatMap(({ family, sessions }) => {
      const inFamily = [...modes, `address-family ipv${family}`];
      return sessions.flatMap(({ name, exportPolicy, defaultPolicy }) => [
        ...exported(inFamily, name, exportPolicy),
        ...originated(inFamily, name, defaultPolicy),
      ]);
    }),
  ];
}

/** All policies for what a switch announces, in the order of its config. */
export function announcementsOf(device: SwitchDevice): Announcement[] {
  if (!device.bgp) return [];
  const bgp = withPortGroups(device.bgp);
  const groups = new Map(bgp.groups.map((group) => [group.name, group]));
  const defaultPolicy = defaultPolicyOf(device);
  return [
    ...bgp.groups.flatMap((group) => exported([], group.name, saidBySession(group)?.exportPolicy)),
    ...ofInstance(instanceView(bgp, groups, { inVrf: false, defaultPolicy }), []),
    ...bgp.vrfs.flatMap((one) =>
      ofInstance(instanceView(one, groups, { inVrf: true, defaultPolicy }), [`vrf ${one.vrf}`]),
    ),
  ];
}
