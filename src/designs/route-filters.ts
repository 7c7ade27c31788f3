import type { BgpFamily, Policies, Policy, PolicyStep, PrefixList } from '../device/device.ts';
import type { Rack, SwitchNode } from '../fabric/fabric.ts';
import { type Family, type Prefix, bitsOf, formatPrefix } from '../ip/index.ts';
import type { Plan } from '../plan/plan.ts';

/** A device, or what is to be part of one, with route filters. */
export interface Filtered {
  policies: Policies;
}

/** Community of routes that are about to go away (RFC 8326): they stay usable, as the last choice. */
const shutdownCommunity = '65535:0';
const shutdownList = 'GRACEFUL-SHUTDOWN';

/** A block, and how long the prefixes in it may be that are accepted. */
export interface Acceptable {
  readonly prefix: Prefix;
  readonly le: number;
}

/** Name of a policy, list or group for one family: IPv4 has the plain one. */
export function familyName(name: string, family: Family): string {
  return family === 4 ? name : `${name}-V6`;
}

/** Families that a fabric routes: those of its loopbacks, IPv4 first. */
export function familiesOf(plan: Plan): Family[] {
  return plan.fabric.pools.loopbacks.map(({ prefix }) => prefix.base.family);
}

function add(draft: Filtered, lists: readonly PrefixList[], policies: readonly Policy[]): void {
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

/** Denies everything: where there is no prefix, since a filter by an empty list means different things to different vendors. */
function refusing(name: string, family: Family): Policy {
  return { name, family, steps: [{ sequence: 10, action: 'deny', addCommunities: [], continue: false }] };
}

/** Permits a prefix list, and takes routes about to go away only as a last choice. */
function accepting(name: string, family: Family, matchPrefixList: string): Policy {
  const step = { action: 'permit', matchPrefixList, addCommunities: [], continue: false } as const;
  const last: PolicyStep = { sequence: 20, ...step };
  return {
    name,
    family,
    steps: [{ sequence: 10, ...step, matchCommunityList: shutdownList, setLocalPreference: 0 }, last],
  };
}

/** Permits a prefix list as it is. */
function announcing(name: string, family: Family, matchPrefixList: string): Policy {
  return {
    name,
    family,
    steps: [{ sequence: 10, action: 'permit', matchPrefixList, addCommunities: [], continue: false }],
  };
}

/** Defines the list of the graceful-shutdown community. */
export function gracefulShutdown(draft: Filtered): void {
  draft.policies = { ...draft.policies, communityLists: [{ name: shutdownList, communities: [shutdownCommunity] }] };
}

/** A policy and the list that it permits, both made where the switch has none of the name; gives the policy's name. */
export function permitPrefixes(
  draft: Filtered,
  family: Family,
  direction: 'import' | 'export',
  names: { readonly policy: string; readonly list: string },
  acceptable: readonly Acceptable[],
): string {
  const policy = familyName(names.policy, family);
  const list = familyName(names.list, family);
  const entries = acceptable.map(({ prefix, le }, index) => ({
    sequence: (index + 1) * 10,
    prefix,
    ...(le > prefix.length ? { le } : {}),
  }));
  if (entries.length === 0) add(draft, [], [refusing(policy, family)]);
  else {
    const make = direction === 'import' ? accepting : announcing;
    add(draft, [{ name: list, family, entries }], [make(policy, family, list)]);
  }
  return policy;
}

const ofFamily =
  (family: Family) =>
  ({ prefix }: { readonly prefix: Prefix }): boolean =>
    prefix.base.family === family;

/** Prefixes of the pools of the networks in a routing table, no longer than a rack's. */
export function fabricNetworks(plan: Plan, family: Family, vrf?: string): Acceptable[] {
  const networks = plan.fabric.networks.filter((network) => network.vrf === vrf);
  const pools = networks.flatMap((network) => network.pools).filter(ofFamily(family));
  return pools.map(({ prefix, perRack }) => ({ prefix, le: perRack }));
}

/** Loopbacks of the switches. */
export function fabricLoopbacks(plan: Plan, family: Family): Acceptable[] {
  const pools = plan.fabric.pools.loopbacks.filter(ofFamily(family));
  return pools.map(({ prefix }) => ({ prefix, le: bitsOf(family) }));
}

/** Prefixes that come from outside the fabric: over the upstreams of one switch, or of any. */
export function importedPrefixes(plan: Plan, family: Family, node?: SwitchNode): Acceptable[] {
  const found = new Map<string, Acceptable>();
  for (const { end, imports } of plan.fabric.upstreams) {
    if (node && end.node !== node.name) continue;
    for (const prefix of imports.filter((one) => one.base.family === family)) {
      found.set(formatPrefix(prefix), { prefix, le: prefix.length });
    }
  }
  return [...found.values()];
}

/** The prefixes that the plan gave a rack in a routing table, and that leave it. */
export function rackNetworks(plan: Plan, rack: Rack, family: Family, vrf?: string): Acceptable[] {
  const subnets = (plan.subnets.get(rack.name) ?? [])
    .filter(({ gateway, network }) => gateway && network.vrf === vrf)
    .filter(ofFamily(family));
  return subnets.map(({ prefix }) => ({ prefix, le: prefix.length }));
}

/** Loopbacks of switches. */
export function loopbacksOf(plan: Plan, nodes: readonly SwitchNode[], family: Family): Acceptable[] {
  const ips = nodes.flatMap((leaf) => plan.switches.get(leaf.name)?.loopbacks ?? []);
  return ips
    .filter((ip) => ip.family === family)
    .map((base) => ({ prefix: { base, length: bitsOf(family) }, le: bitsOf(family) }));
}

/** A family of a session with its policies; `limit` is in prefixes. */
export function sessionFamily(
  family: Family,
  policies: { readonly in?: string; readonly out?: string; readonly limit?: number },
): BgpFamily {
  return {
    family,
    ...(policies.in === undefined ? {} : { importPolicy: policies.in }),
    ...(policies.out === undefined ? {} : { exportPolicy: policies.out }),
    ...(policies.limit === undefined ? {} : { maximumPrefixes: policies.limit }),
    defaultOriginate: false,
  };
}
