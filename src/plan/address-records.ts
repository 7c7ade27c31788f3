import { type PortRef, type Upstream, portText } from '../fabric/fabric.ts';
import { corePair } from '../fabric/mlag-pairs.ts';
import type { Ip } from '../ip/index.ts';
import { bitsOf } from '../ip/index.ts';
import type { AddressRecord, CoreSubnet, RoutedServer } from './plan.ts';
import type { Planning } from './planning.ts';

/** Addresses of the ends of the routed links, by device. */
function linkRecords(planning: Planning): Map<string, AddressRecord[]> {
  const records = new Map<string, AddressRecord[]>();
  const add = (device: string, port: PortRef, ip: Ip, length: number, vrf?: string): void => {
    const node = planning.fabric.graph.getNodeAttributes(device);
    const record: AddressRecord = {
      ip,
      length,
      purpose: 'p2p-link',
      device,
      interface: vrf === undefined ? portText(port) : `${portText(port)} ${vrf}`,
      ...(vrf === undefined ? {} : { vrf }),
      ...(node.rack ? { rack: node.rack } : {}),
      span: node.span,
    };
    const list = records.get(device);
    if (list) list.push(record);
    else records.set(device, [record]);
  };
  for (const { link, blocks, vrfs } of planning.links.values()) {
    for (const [vrf, own] of [[undefined, blocks] as const, ...vrfs]) {
      for (const { prefix, a, z } of own) {
        add(link.a.node, link.a.port, a, prefix.length, vrf);
        add(link.z.node, link.z.port, z, prefix.length, vrf);
      }
    }
  }
  return records;
}

function groupUpstreams(upstreams: readonly Upstream[]): Map<string, Upstream[]> {
  const found = new Map<string, Upstream[]>();
  for (const one of upstreams) found.set(one.end.node, [...(found.get(one.end.node) ?? []), one]);
  return found;
}

/** Addresses of a server that is a router itself: its own, and those that it shares. */
function routedRecords({ node, loopbacks, services }: RoutedServer): AddressRecord[] {
  const common = { device: node.name, interface: 'loopback', rack: node.rack, span: node.span };
  const alone = (ip: Ip) => ({ ip, length: bitsOf(ip.family), ...common });
  return [
    ...loopbacks.map((ip) => ({ ...alone(ip), purpose: 'host-loopback' as const })),
    ...services.flatMap(({ name, addresses }) =>
      addresses.map(({ ip }) => ({ ...alone(ip), purpose: 'anycast' as const, network: name })),
    ),
  ];
}

/** Every address of the plan, device by device. */
export function listAddresses(
  planning: Planning,
  coreSubnets: readonly CoreSubnet[],
  routedServers: ReadonlyMap<string, RoutedServer>,
): AddressRecord[] {
  const { fabric } = planning;
  const records: AddressRecord[] = [];
  const links = linkRecords(planning);
  const cores = corePair(fabric);
  const upstreams = groupUpstreams(fabric.upstreams);
  for (const node of fabric.switches) {
    const common = { device: node.name, ...(node.rack ? { rack: node.rack } : {}), span: node.span };
    // A switch that does not route has no use for its loopback, which it keeps for a design by which it does.
    for (const ip of fabric.traits.links === 'routed' ? (planning.loopbacks.get(node.name) ?? []) : []) {
      records.push({ ip, length: bitsOf(ip.family), purpose: 'loopback', interface: 'loopback', ...common });
    }
    const oob = planning.oob.get(node.name);
    if (oob) records.push({ ...oob, purpose: 'oob', interface: 'oob', ...common });
    records.push(...(links.get(node.name) ?? []));
    for (const { end, sessions, name } of upstreams.get(node.name) ?? []) {
      for (const { own } of sessions) {
        records.push({ ...own, purpose: 'upstream', interface: portText(end.port), network: name, ...common });
      }
    }
    const isCore = node === cores?.first || node === cores?.second;
    for (const { network, length, gateway, coreAddresses } of isCore ? coreSubnets : []) {
      const own = coreAddresses[node === cores?.first ? 0 : 1];
      const rest = { length, interface: network.name, network: network.name, ...common };
      records.push({ ip: own, purpose: 'core', ...rest });
      if (node === cores?.first) records.push({ ip: gateway, purpose: 'gateway', ...rest });
    }
    if (!node.rack) continue;
    const backups = [
      { name: 'backup', blocks: planning.backups.get(node.rack.name) ?? [] },
      ...[...(planning.vrfBackups.get(node.rack.name) ?? [])].map(([vrf, blocks]) => ({
        name: `backup-${vrf}`,
        blocks,
      })),
    ];
    for (const { name, blocks } of backups) {
      for (const { prefix, a, z } of blocks) {
        const ip = node.number === 1 ? a : z;
        records.push({ ip, length: prefix.length, purpose: 'p2p-link', interface: name, ...common });
      }
    }
    if (fabric.traits.subnets === 'fabric') continue;
    for (const { network, prefix, gateway, leafAddresses } of planning.subnets.get(node.rack.name) ?? []) {
      const rest = { length: prefix.length, interface: network.name, network: network.name, ...common };
      const own = leafAddresses[node.number - 1];
      if (own) records.push({ ip: own, purpose: 'leaf', ...rest });
      // A gateway that two leafs share is one address, listed once.
      if (gateway && node.number === 1) records.push({ ip: gateway, purpose: 'gateway', ...rest });
    }
  }
  for (const { node, addresses } of planning.servers.values()) {
    for (const [network, own] of addresses) {
      for (const { ip, length } of own) {
        records.push({
          ip,
          length,
          purpose: 'server',
          device: node.name,
          interface: network,
          network,
          rack: node.rack,
          span: node.span,
        });
      }
    }
  }
  for (const routed of routedServers.values()) records.push(...routedRecords(routed));
  return records;
}
