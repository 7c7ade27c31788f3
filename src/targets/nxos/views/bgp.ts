import type { Bgp, BgpFamily, BgpGroup, BgpInstance, BgpNeighbor } from '../../../device/device.ts';
import { type Family, type Prefix, formatIp, formatPrefix } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { loopback, spellPort } from '../names.ts';
import { stanza } from '../stanza.ts';
import { plainText, secretWord } from '../text.ts';

/** Most next hops of a route that NX-OS takes. */
const mostPaths = 64;

/** Longest password of a session. */
const longestPassword = 80;

const protocols = { 4: 'ipv4', 6: 'ipv6' } as const;
const families = [4, 6] as const;

function spellPeer({ peer }: BgpNeighbor): string {
  if (peer.type === 'address') return formatIp(peer.ip);
  return peer.vlan === undefined ? spellPort(peer.port) : `${spellPort(peer.port)}.${peer.vlan}`;
}

function policyView(one: BgpFamily) {
  return {
    protocol: protocols[one.family],
    importPolicy: one.importPolicy ?? null,
    exportPolicy: one.exportPolicy ?? null,
    maximumPrefixes: one.maximumPrefixes ?? null,
    defaultOriginate: one.defaultOriginate,
  };
}

function groupView(group: BgpGroup, { context }: Job) {
  const { name, description, remoteAs, routeReflectorClient, nextHopSelf, addPath, bfd, password, timers } = group;
  return {
    name,
    description: plainText(description),
    remoteAs: remoteAs ?? null,
    source: group.updateSourceLoopback ? loopback : null,
    bfd,
    timers: timers ? `${timers.keepalive} ${timers.hold}` : null,
    password: password ? secretWord(password, context.readSecret, longestPassword) : null,
    families: group.families.map((one) => ({
      ...policyView(one),
      routeReflectorClient,
      nextHopSelf,
      addPath,
      allowOwnAs: group.allowOwnAs,
      // Others announce a route to an AS that is in its path already, and leave it to the far end to refuse it.
      external: group.type === 'external',
    })),
  };
}

/** What differs from the group's: a default route is the group's already. */
function neighborView(neighbor: BgpNeighbor, group: BgpGroup | undefined) {
  const own = neighbor.families.map((one) => {
    const shared = group?.families.find(({ family }) => family === one.family);
    return { ...policyView(one), defaultOriginate: one.defaultOriginate && !shared?.defaultOriginate };
  });
  return {
    peer: spellPeer(neighbor),
    group: neighbor.group,
    remoteAs: neighbor.remoteAs ?? null,
    description: plainText(neighbor.description),
    families: own.filter((one) => one.importPolicy ?? one.exportPolicy ?? one.maximumPrefixes ?? one.defaultOriginate),
  };
}

/** What the address families of an instance are made from. */
interface Scope {
  readonly groups: ReadonlyMap<string, BgpGroup>;
  readonly maximumPaths: number;
  /** Families in which instances take routes over from each other: all instances must have them. */
  readonly leaked: ReadonlySet<Family>;
}

function scopeOf(bgp: Bgp): Scope {
  const leaks = [bgp, ...bgp.vrfs].flatMap((instance) => instance.leaks);
  return {
    groups: new Map(bgp.groups.map((group) => [group.name, group])),
    maximumPaths: Math.min(bgp.maximumPaths, mostPaths),
    leaked: new Set(leaks.flatMap(({ policies }) => policies.map(({ family }) => family))),
  };
}

/** Families that an instance has something of: sessions, routes of its own, or routes of others. */
function familyViews(instance: BgpInstance, { groups, maximumPaths, leaked }: Scope) {
  const used = instance.neighbors.flatMap((one) => groups.get(one.group) ?? []);
  return families.flatMap((family) => {
    const ofFamily = ({ base }: Prefix): boolean => base.family === family;
    const networks = instance.networks.filter(ofFamily).map(formatPrefix);
    const aggregates = instance.aggregates.filter(ofFamily).map(formatPrefix);
    const carriers = used.filter((group) => group.families.some((one) => one.family === family));
    if (carriers.length + networks.length + aggregates.length === 0 && !leaked.has(family)) return [];
    const addPath = carriers.some((group) => group.addPath);
    return [{ protocol: protocols[family], networks, aggregates, maximumPaths, addPath }];
  });
}

/** Neighbours of an instance, which are indented deeper in a VRF. */
function neighborLines(instance: BgpInstance, groups: ReadonlyMap<string, BgpGroup>, indent: string): string {
  const neighbors = instance.neighbors.map((one) => neighborView(one, groups.get(one.group)));
  return neighbors.map((neighbor) => stanza('bgp-neighbor', { ...neighbor, indent })).join('');
}

function familyLines(instance: BgpInstance, scope: Scope, indent: string): string {
  return familyViews(instance, scope)
    .map((one) => stanza('bgp-family', { ...one, indent }))
    .join('');
}

export function bgpViews(job: Job) {
  const { bgp } = job.device;
  if (!bgp) return [];
  const scope = scopeOf(bgp);
  const { groups } = scope;
  return [
    {
      asn: bgp.asn,
      routerId: formatIp(bgp.routerId),
      clusterId: bgp.clusterId ? formatIp(bgp.clusterId) : null,
      multipathRelax: bgp.multipathRelax,
      families: familyLines(bgp, scope, '  '),
      groups: bgp.groups.map((group) => stanza('bgp-group', groupView(group, job))).join(''),
      neighbors: neighborLines(bgp, groups, '  '),
      vrfs: bgp.vrfs.map((one) => ({
        name: one.vrf,
        families: familyLines(one, scope, '    '),
        neighbors: neighborLines(one, groups, '    '),
      })),
    },
  ];
}

/** The route map that chooses all paths, where some sessions carry more than one. */
export function addPathViews({ device }: Job) {
  return device.bgp?.groups.some((group) => group.addPath) ? [{}] : [];
}

/** What a person must do besides, for sessions between link-local addresses. */
export function unnumberedViews({ device }: Job) {
  const instances = device.bgp ? [device.bgp, ...device.bgp.vrfs] : [];
  return instances.some(({ neighbors }) => neighbors.some(({ peer }) => peer.type === 'port')) ? [{}] : [];
}
