import type { FabricNode, Link, LinkEnd, SwitchNode } from '../fabric/fabric.ts';
import { portText } from '../fabric/fabric.ts';
import { type Ip, formatInterfaceAddress, formatIp, formatPrefix } from '../ip/index.ts';
import type { Plan } from '../plan/plan.ts';

/** Most cables, racks and names that a hover lists. */
const most = { links: 16, racks: 6, names: 6 };

const cell = (text: string): string => text.replaceAll('|', '\\|');

function table(rows: readonly (readonly [string, string])[]): string {
  return ['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${cell(name)} | ${cell(value)} |`)].join('\n');
}

function ips(addresses: readonly Ip[]): string {
  return addresses.map(formatIp).join(', ') || 'none';
}

function more(count: number, shown: number): string[] {
  return count > shown ? [`- … and ${count - shown} more`] : [];
}

/** A cable, seen from one of its devices: port, far end, and the addresses if it is routed. */
function linkLine(plan: Plan, link: Link, own: string): string {
  const fromA = link.a.node === own;
  const [near, far]: [LinkEnd, LinkEnd] = fromA ? [link.a, link.z] : [link.z, link.a];
  const blocks = plan.links.get(link.id)?.blocks ?? [];
  const addresses = blocks.map(({ a, z }) => {
    const [mine, theirs] = fromA ? [a, z] : [z, a];
    return `${formatIp(mine)} – ${formatIp(theirs)}`;
  });
  return `- port ${portText(near.port)} – ${far.node} port ${portText(far.port)}, ${[`${link.speed}G`, ...addresses].join(', ')}`;
}

function linkLines(plan: Plan, name: string): string[] {
  const links = plan.fabric.links.filter(({ a, z }) => a.node === name || z.node === name);
  // Cables between switches come first: servers have theirs in the plan of the rack.
  const sorted = links.toSorted((a, b) => Number(a.kind === 'server') - Number(b.kind === 'server'));
  return [...sorted.slice(0, most.links).map((link) => linkLine(plan, link, name)), ...more(links.length, most.links)];
}

function switchRows(plan: Plan, node: SwitchNode): (readonly [string, string])[] {
  const given = plan.switches.get(node.name);
  if (!given) return [];
  return [
    ['loopback', ips(given.loopbacks)],
    ['router id', formatIp(given.routerId)],
    ['AS number', String(given.asn)],
    ['out of band', given.oob ? formatInterfaceAddress(given.oob) : 'DHCP'],
  ];
}

function serverRows(plan: Plan, name: string): (readonly [string, string])[] {
  const routed = plan.routedServers.get(name);
  if (routed) return [['loopback', ips(routed.loopbacks)]];
  const addresses = plan.servers.get(name)?.addresses ?? [];
  return [...addresses].map(([network, list]) => [network, list.map(formatInterfaceAddress).join(', ')]);
}

function describeNode(plan: Plan, node: FabricNode): string {
  const rack = node.rack ? [['rack', node.rack.name] as const] : [];
  const [title, rows] =
    node.kind === 'switch'
      ? [`${node.role}, ${node.platform.id}, ${node.os}`, switchRows(plan, node)]
      : [`server, ${node.role}`, serverRows(plan, node.name)];
  return [`**${node.name}** (${title})`, table([...rows, ...rack]), linkLines(plan, node.name).join('\n')].join('\n\n');
}

/** What the plan gave a switch or a server. */
export function describeDevice(plan: Plan, name: string): string | undefined {
  const { graph } = plan.fabric;
  return graph.hasNode(name) ? describeNode(plan, graph.getNodeAttributes(name)) : undefined;
}

/** What the plan gave a rack. */
export function describeRack(plan: Plan, name: string): string | undefined {
  const rack = plan.fabric.racks.find((one) => one.name === name);
  if (!rack) return undefined;
  const rows: (readonly [string, string])[] = [
    ['zone', rack.zone.name],
    ...(rack.pod ? [['pod', rack.pod.name] as const] : []),
    ...rack.leafs.map((leaf) => [leaf.name, ips(plan.switches.get(leaf.name)?.loopbacks ?? [])] as const),
    ['servers', String(rack.servers.length)],
    ...(plan.subnets.get(name) ?? []).map(({ network, prefix }) => [network.name, formatPrefix(prefix)] as const),
  ];
  return `**${name}** (rack)\n\n${table(rows)}`;
}

/** Where the subnets of a network are. */
export function describeNetwork(plan: Plan, name: string): string | undefined {
  const network = plan.fabric.networks.find((one) => one.name === name);
  if (!network) return undefined;
  const subnets = [...plan.subnets.values()].flat().filter((subnet) => subnet.network === network);
  const stretched = plan.coreSubnets.filter((subnet) => subnet.network === network);
  const servers = plan.fabric.servers.filter((server) => server.networks.includes(network)).length;
  const rows: (readonly [string, string])[] = [
    ['VLAN', String(network.vlan)],
    ['pool', network.pools.map(({ prefix }) => formatPrefix(prefix)).join(', ')],
    ['MTU', String(network.mtu)],
    ['servers', String(servers)],
  ];
  const lines = [
    ...stretched.map(({ prefix, gateway }) => `- everywhere: ${formatPrefix(prefix)}, gateway ${formatIp(gateway)}`),
    ...(stretched.length > 0 ? [] : subnets.slice(0, most.racks)).map(
      ({ rack, prefix, gateway }) =>
        `- ${rack.name}: ${formatPrefix(prefix)}${gateway ? `, gateway ${formatIp(gateway)}` : ''}`,
    ),
    ...(stretched.length > 0 ? [] : more(subnets.length, most.racks)),
  ];
  return [`**${name}** (network)`, table(rows), lines.join('\n')].join('\n\n');
}

/** The names that a pattern makes; of one name, what it was given. */
export function describeNames(
  what: string,
  names: readonly string[],
  describe: (name: string) => string | undefined,
): string | undefined {
  const [first] = names;
  if (first === undefined) return undefined;
  if (names.length === 1) return describe(first);
  const shown = names.length <= most.names ? names : [...names.slice(0, most.names - 1), '…', names.at(-1)!];
  const list = `Stands for ${names.length} ${what}: ${shown.join(', ')}`;
  const one = describe(first);
  return one === undefined ? list : `${list}\n\nThe first of them:\n\n${one}`;
}
