/**
 * Runs inside private namespaces (see two-rack.test.ts): builds the fabric of a compiled output folder with one network
 * namespace a device and real FRR, and prints what it does as JSON.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyNetplan, applySwitchInterfaces } from './linux-intent.ts';
import { addCable, addNamespace, coverSystemFolders, sh, show, startFrr, until } from './namespaces.ts';

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

interface Address {
  readonly device: string;
  readonly address: string;
  readonly purpose: string;
}

interface Route {
  readonly dst: string;
  readonly nexthops?: readonly unknown[];
  readonly gateway?: string;
}

const out = process.argv[2] ?? '';
const [header = '', ...rows] = readFileSync(join(out, 'cabling/cables.csv'), 'utf8').trim().split('\n');
const columns = header.trim().split(',');
const cables = rows.map((row) => {
  const cells = row.trim().split(',');
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
  return {
    a: { device: cell('a_device'), port: cell('a_port') },
    z: { device: cell('z_device'), port: cell('z_port') },
  };
});
const addresses = JSON.parse(readFileSync(join(out, 'addressing/addresses.json'), 'utf8')) as
  { addresses: Address[] } | Address[];
const records = Array.isArray(addresses) ? addresses : addresses.addresses;
const switches = readdirSync(join(out, 'switches'));
const servers = readdirSync(join(out, 'servers')).flatMap((rack) =>
  readdirSync(join(out, 'servers', rack)).map((name) => ({ rack, name, folder: join(out, 'servers', rack, name) })),
);

coverSystemFolders();
for (const name of [...switches, ...servers.map((server) => server.name)]) addNamespace(name);
for (const cable of cables) addCable(cable.a, cable.z);
for (const name of switches) {
  sh('nsenter', `--net=/run/netns/${name}`, 'sysctl', '-q', '-e', '-p', join(out, 'switches', name, 'sysctl.conf'));
  applySwitchInterfaces(name, join(out, 'switches', name, 'interfaces'));
}
for (const { name, folder } of servers) applyNetplan(name, join(folder, '60-heddle.yaml'));

const begin = performance.now();
await Promise.all(switches.map((name) => startFrr(name, join(out, 'switches', name, 'frr.conf'))));

const gateways = records.filter((record) => record.purpose === 'gateway');
const spines = switches.filter((name) => name.startsWith('spine'));
const subnetOf = (address: string): string => address.replace(/\.\d+\/(\d+)$/, '.0/$1');

function observeOspf(name: string): string[] {
  const { neighbors } = show(name, 'show ip ospf neighbor') as {
    neighbors: Record<string, readonly { nbrState?: string; state?: string }[]>;
  };
  return Object.values(neighbors).flatMap((list) => list.map((one) => one.nbrState ?? one.state ?? ''));
}

function observeBgp(name: string): string[] {
  const { ipv4Unicast } = show(name, 'show bgp summary') as {
    ipv4Unicast?: { peers: Record<string, { state: string }> };
  };
  return Object.values(ipv4Unicast?.peers ?? {}).map((peer) => peer.state);
}

/** The kernel's routes are asked, not FRR's: only they carry packets. */
function observeNextHops(leaf: string): Record<string, number> {
  const routes = JSON.parse(sh('ip', '-n', leaf, '-j', 'route', 'show')) as Route[];
  const others = gateways.filter((gateway) => gateway.device !== leaf).map((gateway) => subnetOf(gateway.address));
  return Object.fromEntries(
    others.map((prefix) => {
      const route = routes.find((one) => one.dst === prefix);
      return [prefix, route ? (route.nexthops?.length ?? 1) : 0];
    }),
  );
}

const leafs = gateways.map((gateway) => gateway.device);

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

function pings(extra: readonly string[]): Record<string, boolean> {
  const found: Record<string, boolean> = {};
  for (const from of servers) {
    for (const to of servers) {
      if (from.rack === to.rack) continue;
      const target = records.find((record) => record.device === to.name)?.address.split('/')[0] ?? '';
      try {
        sh('nsenter', `--net=/run/netns/${from.name}`, 'ping', '-c', '2', '-W', '2', ...extra, target);
        found[`${from.name} ${to.name}`] = true;
      } catch {
        found[`${from.name} ${to.name}`] = false;
      }
    }
  }
  return found;
}

const observation: Observation = {
  converged,
  seconds,
  ospf: Object.fromEntries(switches.map((name) => [name, observeOspf(name)])),
  bgp: Object.fromEntries(switches.map((name) => [name, observeBgp(name)])),
  nextHops: Object.fromEntries(leafs.map((leaf) => [leaf, observeNextHops(leaf)])),
  pings: pings([]),
  fullSizePings: pings(['-M', 'do', '-s', '1472']),
};
process.stdout.write(`${JSON.stringify(observation)}\n`);
// The daemons are children in this process's own pid namespace and end with it.
process.exit(0);
