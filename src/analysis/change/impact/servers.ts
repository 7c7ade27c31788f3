import type { Rack } from '../../../fabric/fabric.ts';
import type { Comparison } from './comparison.ts';
import type { LeafPaths, Mechanism, ServerImpact } from './impact.ts';
import { renumberedVlans, serversWithOtherPorts } from './server-ports.ts';
import { serverCabling } from './server-cabling.ts';

/** What the leafs go through. */
export interface LeafFates {
  readonly paths: ReadonlyMap<string, LeafPaths>;
  /** Leafs all of whose BGP sessions reset. */
  readonly withoutSessions: ReadonlySet<string>;
}

type Duration = { readonly milliseconds: number } | Record<string, never>;

/** How long a bond takes to leave a dead NIC: its link check. */
function linkCheck({ plannedDevices }: Comparison): Duration {
  for (const device of plannedDevices) {
    const bond = device.kind === 'server' ? device.interfaces.find((one) => one.kind === 'lag') : undefined;
    if (bond?.kind === 'lag') return { milliseconds: bond.miimon };
  }
  return {};
}

/** How long BFD takes to give a silent link up. */
function silence({ plannedDevices }: Comparison): Duration {
  for (const device of plannedDevices) {
    if (device.kind === 'switch' && device.bfd) return { milliseconds: device.bfd.interval * device.bfd.multiplier };
  }
  return {};
}

/** What happens to the leafs of a rack, for its servers. */
function leafImpacts(fates: LeafFates, rack: Rack, servers: readonly string[], bfd: Duration): ServerImpact[] {
  const down = { 'leaf-cut-off': [] as string[], 'leaf-sessions-reset': [] as string[] };
  const fewer: string[] = [];
  let before = 0;
  for (const { name } of rack.leafs) {
    const paths = fates.paths.get(name);
    if (!paths || paths.before === 0) continue;
    before++;
    if (paths.kept === 0) down['leaf-cut-off'].push(name);
    else if (fates.withoutSessions.has(name)) down['leaf-sessions-reset'].push(name);
    else if (paths.kept < paths.before) fewer.push(name);
  }
  const all = Object.values(down).flat();
  const about = (mechanism: Mechanism, leafs: readonly string[], duration: Duration = {}): ServerImpact[] =>
    leafs.length === 0 ? [] : [{ rack: rack.name, mechanism, servers, leafs, ...duration }];
  // While one leaf of two goes on, it announces the rack, and what arrives there reaches every server.
  if (all.length < before) return about('fewer-paths', [...all, ...fewer], bfd);
  return [...about('leaf-cut-off', down['leaf-cut-off']), ...about('leaf-sessions-reset', down['leaf-sessions-reset'])];
}

/** How each server that was there and stays is touched, by rack and mechanism. One may be touched in several ways. */
export function serverImpacts(comparison: Comparison, fates: LeafFates): ServerImpact[] {
  const { past, present, plan, addresses, reconfigured } = comparison;
  const bond = linkCheck(comparison);
  const bfd = silence(comparison);
  const cabling = serverCabling(comparison);
  const renumbered = new Set(addresses.changed.map(({ after }) => after.device));
  const otherPorts = serversWithOtherPorts(comparison);
  const vlans = renumberedVlans(past, present);
  const impacts: ServerImpact[] = [];
  for (const rack of plan.fabric.racks) {
    const nodes = rack.servers.filter(({ name }) => past.devices.has(name));
    const servers = nodes.map(({ name }) => name);
    if (servers.length === 0) continue;
    impacts.push(...leafImpacts(fates, rack, servers, bfd));
    const groups = new Map<Mechanism, string[]>();
    const note = (mechanism: Mechanism, name: string): void => {
      const list = groups.get(mechanism);
      if (list) list.push(name);
      else groups.set(mechanism, [name]);
    };
    for (const { name, networks, untagged } of nodes) {
      const mechanism = cabling.get(name);
      if (mechanism) note(mechanism, name);
      // An untagged network has no VLAN on the server's cable.
      const tagged = networks.filter((network) => network !== untagged);
      if (renumbered.has(name)) note('renumbered', name);
      else if (tagged.some((network) => vlans.has(`${network.name}/${rack.name}`))) note('vlan-changed', name);
      else if (reconfigured.has(name) && otherPorts.has(name)) note('ends-reconfigured', name);
      else if (reconfigured.has(name)) note('reconfigured', name);
    }
    for (const [mechanism, names] of groups) {
      impacts.push({ rack: rack.name, mechanism, servers: names, ...(mechanism === 'bond-failover' ? bond : {}) });
    }
  }
  return impacts;
}
