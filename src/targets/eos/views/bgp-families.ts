import type { BgpFamily, BgpGroup, BgpInstance, BgpNeighbor } from '../../../device/device.ts';
import { type Family, formatIp, formatPrefix } from '../../../ip/index.ts';
import { familyOf, inForce, isAllIpv4, portGroups } from '../bgp-peers.ts';

/** What an address family says of a session or of a group of them. */
interface SessionView {
  readonly name: string;
  readonly activate: boolean;
  readonly addPath: boolean;
  readonly importPolicy: string | null;
  readonly exportPolicy: string | null;
  readonly defaultOriginate: boolean;
  /** What the default route gets, which no policy for announcements sees. */
  readonly defaultPolicy: string | null;
  readonly extendedNextHop: boolean;
}

/** An address family of an instance. */
export interface FamilyView {
  readonly family: Family;
  readonly sessions: readonly SessionView[];
  readonly networks: readonly string[];
}

function sharedView(group: BgpGroup, name: string, one: BgpFamily): SessionView {
  // What is all IPv4 the session says itself.
  const said = isAllIpv4(group);
  return {
    name,
    activate: true,
    addPath: group.addPath && !said,
    importPolicy: said ? null : (one.importPolicy ?? null),
    exportPolicy: said ? null : (one.exportPolicy ?? null),
    defaultOriginate: one.defaultOriginate,
    defaultPolicy: null,
    extendedNextHop: group.extendedNextHop && one.family === 4,
  };
}

/** A neighbour of the default instance says what differs from its group. */
function ownView(group: BgpGroup, name: string, own: BgpFamily, shared: BgpFamily): SessionView[] {
  const said = isAllIpv4(group);
  const view = {
    name,
    activate: false,
    addPath: false,
    importPolicy: said ? null : (own.importPolicy ?? null),
    exportPolicy: said ? null : (own.exportPolicy ?? null),
    defaultOriginate: own.defaultOriginate && !shared.defaultOriginate,
    defaultPolicy: null,
    extendedNextHop: false,
  };
  return (view.importPolicy ?? view.exportPolicy ?? view.defaultOriginate) ? [view] : [];
}

function addressed(instance: BgpInstance): { readonly neighbor: BgpNeighbor; readonly name: string }[] {
  return instance.neighbors.flatMap((neighbor) =>
    neighbor.peer.type === 'address' ? [{ neighbor, name: formatIp(neighbor.peer.ip) }] : [],
  );
}

type Groups = ReadonlyMap<string, BgpGroup>;

/** In the default instance the groups are active, and neighbours say what differs. */
function defaultSessions(instance: BgpInstance, groups: Groups, family: Family): SessionView[] {
  const shared = [...groups.values()].flatMap((group) => {
    const one = familyOf(group, family);
    return one ? [sharedView(group, group.name, one)] : [];
  });
  const own = addressed(instance).flatMap(({ neighbor, name }) => {
    const group = groups.get(neighbor.group);
    const one = familyOf(neighbor, family);
    const ofGroup = group && familyOf(group, family);
    return group && one && ofGroup ? ownView(group, name, one, ofGroup) : [];
  });
  return [...shared, ...own];
}

/** In a VRF each neighbour says all: what a group has in an address family, it has in the default instance. */
function vrfSessions(instance: BgpInstance, groups: Groups, family: Family): SessionView[] {
  const shared = [...portGroups(instance)].flatMap((name) => {
    const group = groups.get(name);
    const one = group && familyOf(group, family);
    return group && one ? [sharedView(group, name, one)] : [];
  });
  const own = addressed(instance).flatMap(({ neighbor, name }) => {
    const group = groups.get(neighbor.group);
    const one = group && familyOf(group, family);
    return group && one ? [sharedView(group, name, inForce(one, familyOf(neighbor, family)))] : [];
  });
  return [...shared, ...own];
}

/** How an instance is rendered. */
export interface Circumstances {
  /** The groups are not of this instance but of the default one. */
  readonly inVrf: boolean;
  /** Policy for default routes that the switch makes up itself, where it is drained. */
  readonly defaultPolicy: string | null;
}

/** The address families of an instance that have something to say. */
export function familyViews(
  instance: BgpInstance,
  groups: Groups,
  { inVrf, defaultPolicy }: Circumstances,
): FamilyView[] {
  const sessionsOf = inVrf ? vrfSessions : defaultSessions;
  return ([4, 6] as const).flatMap((family) => {
    const sessions = sessionsOf(instance, groups, family).map((one) =>
      one.defaultOriginate ? { ...one, defaultPolicy } : one,
    );
    const networks = instance.networks.filter(({ base }) => base.family === family).map(formatPrefix);
    return sessions.length + networks.length === 0 ? [] : [{ family, sessions, networks }];
  });
}
