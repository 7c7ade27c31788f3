/**
 * Runs inside private namespaces (see isolated.ts): builds the fabric of a compiled output folder with one network
 * namespace a device and real FRR, and prints what it does as JSON.
 */
import { join } from 'node:path';
import { prefixOf, readBuiltFabric } from './built-fabric.ts';
import { applyNetplan } from './linux-intent.ts';
import { until } from './namespaces.ts';
import { buildNetwork, startSwitches } from './network.ts';
import { bgpSessions, kernelRoutes, ospfStates } from './switch-state.ts';
import { pings } from './traffic.ts';

/** What the lab saw. */
export interface Observation {
  readonly converged: boolean;
  readonly seconds: number;
  readonly ospf: Record<string, readonly string[]>;
  readonly bgp: Record<string, readonly string[]>;
  /** Next hops in the kernel, by leaf and prefix of another rack. */
  readonly nextHops: Record<string, Record<string, number>>;
  readonly pings: Record<string, boolean>;
  /** A full-size packet that may not be fragmented. */
  readonly fullSizePings: Record<string, boolean>;
}

const fabric = readBuiltFabric(process.argv[2] ?? '');
const { servers } = fabric;
const switches = fabric.switches.map(({ name }) => name);

buildNetwork(
  fabric,
  servers.map(({ name }) => name),
);
for (const { name, folder } of servers) applyNetplan(name, join(folder, '60-heddle.yaml'));

const begin = performance.now();
await startSwitches(fabric);

const gateways = fabric.addresses.filter((record) => record.purpose === 'gateway');
const leafs = gateways.map((gateway) => gateway.device);
const spines = switches.filter((name) => name.startsWith('spine'));

const observeOspf = (name: string): string[] => Object.values(ospfStates(name));
const observeBgp = (name: string): string[] => Object.values(bgpSessions(name)).map((session) => session.state);

function observeNextHops(leaf: string): Record<string, number> {
  const routes = kernelRoutes(leaf);
  const others = gateways.filter((gateway) => gateway.device !== leaf).map((gateway) => prefixOf(gateway.address));
  return Object.fromEntries(others.map((prefix) => [prefix, routes[prefix]?.length ?? 0]));
}

/** Everything that a converged fabric shows; each part is asked of the running system. */
function hasConverged(): boolean {
  const adjacencies = switches.every((name) => {
    const states = observeOspf(name);
    return states.length > 0 && states.every((state) => state.startsWith('Full'));
  });
  if (!adjacencies) return false;
  const sessions = switches.every((name) => {
    const states = observeBgp(name);
    return states.length > 0 && states.every((state) => state === 'Established');
  });
  return (
    sessions && leafs.every((leaf) => Object.values(observeNextHops(leaf)).every((count) => count === spines.length))
  );
}

const converged = await until(120, hasConverged);
const seconds = Math.round((performance.now() - begin) / 100) / 10;

async function pingRacks(extra: readonly string[]): Promise<Record<string, boolean>> {
  const pairs = servers.flatMap((from) =>
    servers.filter((to) => to.rack !== from.rack).map((to) => [from.name, to.name] as const),
  );
  const found = await Promise.all(
    pairs.map(async ([from, to]) => {
      const target = fabric.addresses.find((record) => record.device === to)?.address.split('/')[0] ?? '';
      return [`${from} ${to}`, await pings(from, target, ...extra)] as const;
    }),
  );
  return Object.fromEntries(found);
}

const observation: Observation = {
  converged,
  seconds,
  ospf: Object.fromEntries(switches.map((name) => [name, observeOspf(name)])),
  bgp: Object.fromEntries(switches.map((name) => [name, observeBgp(name)])),
  nextHops: Object.fromEntries(leafs.map((leaf) => [leaf, observeNextHops(leaf)])),
  pings: await pingRacks([]),
  fullSizePings: await pingRacks(['-M', 'do', '-s', '1472']),
};
process.stdout.write(`${JSON.stringify(observation)}\n`);
// The daemons are children in this process's own pid namespace and end with it.
process.exit(0);
