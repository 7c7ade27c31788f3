import type { Fabric, SwitchNode } from '../../fabric/fabric.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Table, TableProfile } from '../../platforms/platform.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

/** Entries that a switch has at least, one of each server and network: what runs on the servers comes on top. */
type Demand = Readonly<Partial<Record<Table, number>>>;

const words: Readonly<Record<Table, string>> = {
  mac: 'MAC addresses',
  ipv4Neighbors: 'IPv4 neighbours',
  ipv6Neighbors: 'IPv6 neighbours',
  ipv4Routes: 'IPv4 routes',
  ipv6Routes: 'IPv6 routes',
  ipv6LongRoutes: 'long IPv6 routes',
};

/** Entries of the servers of a rack, or of all: an address of each family, and a MAC address, in each network. */
function countHosts(servers: Fabric['servers']): Record<'mac' | 'ipv4Neighbors' | 'ipv6Neighbors', number> {
  const counts = { mac: 0, ipv4Neighbors: 0, ipv6Neighbors: 0 };
  for (const { networks } of servers) {
    for (const { pools, gateway } of networks) {
      counts.mac++;
      if (gateway === 'none') continue;
      for (const { prefix } of pools) counts[prefix.base.family === 4 ? 'ipv4Neighbors' : 'ipv6Neighbors']++;
    }
  }
  return counts;
}

/** What a table of some size is to hold, where several share memory: as a share of the whole. */
function isRoomy(profile: TableProfile, demand: Demand): boolean {
  const shareOf = (table: Table): number => (demand[table] ?? 0) / (profile[table] ?? Infinity);
  const single = Object.keys(words) as Table[];
  return (
    single.every((table) => shareOf(table) <= 1) &&
    (profile.shared ?? []).every((tables) => tables.reduce((sum, table) => sum + shareOf(table), 0) <= 1)
  );
}

/** Demands of each switch; switches of one kind that ask for the same are asked once. */
function* demandsOf({ fabric, subnets }: Plan): Generator<[SwitchNode, Demand]> {
  const isStretched = fabric.traits.subnets === 'fabric';
  if (isStretched) {
    const { mac, ...neighbors } = countHosts(fabric.servers);
    for (const node of fabric.switches) yield [node, node.role === 'leaf' ? { mac } : { mac, ...neighbors }];
    return;
  }
  let [ipv4Routes, ipv6Routes] = [0, 0];
  for (const subnet of [...subnets.values()].flat()) {
    if (subnet.prefix.base.family === 4) ipv4Routes++;
    else ipv6Routes++;
  }
  const routes = { ipv4Routes, ipv6Routes };
  for (const node of fabric.switches)
    yield [node, node.rack ? { ...routes, ...countHosts(node.rack.servers) } : routes];
}

const cores = (platform: string): string => `design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: ${platform}, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos, uplinks: { speed: 100G } }
addressing: { loopbacks: 10.255.0.0/20, p2pLinks: 10.254.0.0/16, oob: 10.253.0.0/20 }
networks:
${Array.from({ length: 15 }, (_, at) => `  net${at}: { vlan: ${20 + at}, pool: 10.${20 + at}.0.0/16, defaultRoute: ${at === 0} }\n`).join('')}racks:
  - name: r{1..14}
    leafs: 2
    height: 60
    servers:
      - { name: "web-{rack}-{1..40}", role: web, nics: { speed: 25G }, networks: [${Array.from({ length: 15 }, (_, at) => `net${at}`).join(', ')}], bond: lacp }
`;

interface Full {
  readonly device: string;
  readonly platform: string;
  readonly what: string;
  readonly needed: number;
  readonly most: number;
  readonly others: number;
}

/** The table that is most beyond what any profile gives, for a message of one line. */
function worst(profiles: readonly TableProfile[], demand: Demand): { table: Table; needed: number; most: number } {
  const tables = (Object.keys(words) as Table[]).map((table) => {
    const most = Math.max(...profiles.map((profile) => profile[table] ?? Infinity));
    return { table, needed: demand[table] ?? 0, most };
  });
  return tables.reduce((a, b) => (b.needed / b.most > a.needed / a.most ? b : a));
}

export const rule = defineRule<Full, 'plan'>({
  stage: 'plan',
  code: 'PLAN006',
  name: 'tables-fit-platform',
  severity: 'warning',
  summary: 'Some way to divide the forwarding tables of a platform holds what each of its switches has to know.',
  why: 'A host that is not in the table is flooded for on every port, or answered by the processor; a route that is not in it is a rack that is not reached. Which ones are left out is chance.',
  source: 'The data of each platform names the source of its tables',
  example: { wrong: cores('arista-7060x4-32x400'), right: cores('arista-7260cx3-64') },
  message: ({ device, platform, what, needed, most, others }) =>
    `${device} has to know ${needed} ${what}, and ${platform} holds ${most}${others === 0 ? '' : `; ${others} more like it`}`,
  hint: () => 'Route from the rack, so that switches above it know prefixes instead of hosts, or choose larger tables.',
  check(plan, report) {
    const { fabric } = plan;
    const { data } = fabric.topology;
    const tiers = {
      leaf: data.fabric.leafs,
      border: data.fabric.borderLeafs ?? data.fabric.leafs,
      spine: data.fabric.spines,
      superspine: data.fabric.superspines ?? data.fabric.spines,
    };
    const found = new Map<string, { node: SwitchNode; demand: Demand; others: number }>();
    for (const [node, demand] of demandsOf(plan)) {
      const { tables = [] } = node.platform;
      if (tables.length === 0 || tables.some((profile) => isRoomy(profile, demand))) continue;
      const key = `${node.role} ${node.platform.id}`;
      const before = found.get(key);
      if (before) before.others++;
      else found.set(key, { node, demand, others: 0 });
    }
    for (const { node, demand, others } of found.values()) {
      const own = Object.hasOwn(data.devices, node.name) ? data.devices[node.name] : undefined;
      const holder = [own, node.rack?.section].find((one) => one?.platform !== undefined) ?? tiers[node.role];
      const { table, needed, most } = worst(node.platform.tables!, demand);
      report(
        { device: node.name, platform: node.platform.id, what: words[table], needed, most, others },
        spanOf(fabric.topology, holder, 'platform'),
      );
    }
  },
});
