import type { Policies, Policy, PolicyStep, PrefixList, SwitchDevice } from '../device/device.ts';
import type { Rack, SwitchNode } from '../fabric/fabric.ts';
import type { Prefix } from '../ip/index.ts';
import type { Plan } from '../plan/plan.ts';
import type { Draft } from './draft.ts';

/** Community of routes that are about to go away (RFC 8326): they stay usable, as the last choice. */
const shutdownCommunity = '65535:0';
const shutdownList = 'GRACEFUL-SHUTDOWN';

/** What the filters and limits of all switches are made from. */
export interface FabricRoutes {
  /** The pools of the networks, and the longest prefix that a rack has of each. */
  readonly pools: readonly { readonly prefix: Prefix; readonly le: number }[];
  /** True where some prefix has two leafs: reflectors must then pass on both paths, not only the better (RFC 7911). */
  readonly addPath: boolean;
  /** Paths that one session from the tier above brings. */
  readonly pathsFromAbove: (node: SwitchNode, above: number) => number;
  /** Paths that one session from the tier below brings. */
  readonly pathsFromBelow: (node: SwitchNode) => number;
}

/** Counts the rack prefixes of the fabric and how many paths of each a session carries. */
export function fabricRoutes(plan: Plan): FabricRoutes {
  const { fabric } = plan;
  let paths = 0;
  let mostOfRack = 0;
  const ofPod = new Map<string | undefined, number>();
  for (const rack of fabric.racks) {
    const prefixes = plan.subnets.get(rack.name)?.length ?? 0;
    const ofRack = prefixes * rack.leafs.length;
    paths += ofRack;
    mostOfRack = Math.max(mostOfRack, prefixes);
    ofPod.set(rack.pod?.name, (ofPod.get(rack.pod?.name) ?? 0) + ofRack);
  }
  const addPath = fabric.racks.some((rack) => rack.leafs.length > 1);
  const mostOfPod = Math.max(0, ...ofPod.values());
  const superspines = fabric.switches.filter((node) => node.role === 'superspine').length;
  const spinesOfPod = fabric.topology.data.fabric.spines.count;
  // With add-path a superspine passes on one copy from each spine of a pod, and a spine one from each superspine.
  const copies = addPath && superspines > 0 ? spinesOfPod : 1;
  return {
    pools: fabric.networks.map((network) => ({ prefix: network.pool, le: network.perRack })),
    addPath,
    pathsFromAbove: (node, above) =>
      paths * copies * (addPath && node.role === 'leaf' && superspines > 0 ? Math.max(1, superspines, above) : 1),
    pathsFromBelow: (node) => (node.role === 'spine' ? mostOfRack : mostOfPod * (addPath ? superspines : 1)),
  };
}

function add(draft: Draft<SwitchDevice>, lists: readonly PrefixList[], policies: readonly Policy[]): void {
  const before = draft.policies;
  const known = new Set([...before.prefixLists, ...before.policies].map((one) => one.name));
  const fresh = <Named extends { readonly name: string }>(items: readonly Named[]): Named[] =>
    items.filter((one) => !known.has(one.name));
  const after: Policies = {
    ...before,
    prefixLists: [...before.prefixLists, ...fresh(lists)],
    policies: [...before.policies, ...fresh(policies)],
  };
  draft.policies = after;
}

/** Denies everything: for a rack that has no prefix, since a filter by an empty list means different things to different vendors. */
function refusing(name: string): Policy {
  return { name, family: 4, steps: [{ sequence: 10, action: 'deny', addCommunities: [], continue: false }] };
}

/** A policy that permits a prefix list, and takes routes about to go away only as a last choice. */
function accepting(name: string, matchPrefixList: string): Policy {
  const step = { action: 'permit', matchPrefixList, addCommunities: [], continue: false } as const;
  const last: PolicyStep = { sequence: 20, ...step };
  return {
    name,
    family: 4,
    steps: [{ sequence: 10, ...step, matchCommunityList: shutdownList, setLocalPreference: 0 }, last],
  };
}

/** Defines the list of the graceful-shutdown community. */
export function gracefulShutdown(draft: Draft<SwitchDevice>): void {
  draft.policies = { ...draft.policies, communityLists: [{ name: shutdownList, communities: [shutdownCommunity] }] };
}

/** Accepts prefixes of the networks' pools, no longer than a rack's; gives the policy's name. */
export function acceptFabric(draft: Draft<SwitchDevice>, routes: FabricRoutes): string {
  const entries = routes.pools.map(({ prefix, le }, index) => ({
    sequence: (index + 1) * 10,
    prefix,
    ...(le > prefix.length ? { le } : {}),
  }));
  add(draft, [{ name: 'FABRIC-NETWORKS', family: 4, entries }], [accepting('FROM-FABRIC', 'FABRIC-NETWORKS')]);
  return 'FROM-FABRIC';
}

function rackPrefixes(plan: Plan, rack: Rack): PrefixList['entries'] {
  const subnets = (plan.subnets.get(rack.name) ?? []).filter((one) => one.gateway);
  return subnets.map(({ prefix }, index) => ({ sequence: (index + 1) * 10, prefix }));
}

/** Accepts from the leafs of a rack the prefixes that the plan gave the rack, and no others. */
export function acceptRack(plan: Plan, rack: Rack, draft: Draft<SwitchDevice>): string {
  const list = `RACK-${rack.name}`;
  const name = `FROM-${rack.name}`;
  const entries = rackPrefixes(plan, rack);
  if (entries.length > 0) add(draft, [{ name: list, family: 4, entries }], [accepting(name, list)]);
  else add(draft, [], [refusing(name)]);
  return name;
}

/** Announces the rack's own prefixes, and no others: a leaf is no transit. */
export function announceRack(plan: Plan, rack: Rack, draft: Draft<SwitchDevice>): string {
  const step: PolicyStep = {
    sequence: 10,
    action: 'permit',
    matchPrefixList: 'RACK-NETWORKS',
    addCommunities: [],
    continue: false,
  };
  const entries = rackPrefixes(plan, rack);
  if (entries.length > 0)
    add(draft, [{ name: 'RACK-NETWORKS', family: 4, entries }], [{ name: 'TO-SPINES', family: 4, steps: [step] }]);
  else add(draft, [], [refusing('TO-SPINES')]);
  return 'TO-SPINES';
}
