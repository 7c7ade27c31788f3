import { type PortRef, portText } from '../fabric/fabric.ts';
import type { Ip } from '../ip/index.ts';
import { bitsOf } from '../ip/index.ts';
import type { AddressRecord } from './plan.ts';
import type { Planning } from './planning.ts';

/** Addresses of the ends of the routed links, by device. */
function linkRecords(planning: Planning): Map<string, AddressRecord[]> {
  const records = new Map<string, AddressRecord[]>();
  const add = (device: string, port: PortRef, ip: Ip, length: number): void => {
    const node = planning.fabric.graph.getNodeAttributes(device);
    const record: AddressRecord = {
      ip,
      length,
      purpose: 'p2p-link',
      device,
      interface: portText(port),
      ...(node.rack ? { rack: node.rack } : {}),
      span: node.span,
    };
    const list = records.get(device);
    if (list) list.push(record);
    else records.set(device, [record]);
  };
  for (const { link, prefix, a, z } of planning.links.values()) {
    add(link.a.node, link.a.port, a, prefix.length);
    add(link.z.node, link.z.port, z, prefix.length);
  }
  return records;
}

/** Every address of the plan, device by device. */
export function listAddresses(planning: Planning): AddressRecord[] {
  const { fabric } = planning;
  const records: AddressRecord[] = [];
  const links = linkRecords(planning);
  for (const node of fabric.switches) {
    const common = { device: node.name, ...(node.rack ? { rack: node.rack } : {}), span: node.span };
    const loopback = planning.loopbacks.get(node.name);
    if (loopback)
      records.push({
        ip: loopback,
        length: bitsOf(loopback.family),
        purpose: 'loopback',
        interface: 'loopback',
        ...common,
      });
    const oob = planning.oob.get(node.name);
    if (oob) records.push({ ...oob, purpose: 'oob', interface: 'oob', ...common });
    records.push(...(links.get(node.name) ?? []));
    if (!node.rack) continue;
    const backup = planning.backups.get(node.rack.name);
    if (backup) {
      const ip = node.number === 1 ? backup.a : backup.z;
      records.push({ ip, length: backup.prefix.length, purpose: 'p2p-link', interface: 'backup', ...common });
    }
    for (const { network, prefix, gateway, leafAddresses } of planning.subnets.get(node.rack.name) ?? []) {
      const rest = { length: prefix.length, interface: network.name, network: network.name, ...common };
      const own = leafAddresses[node.number - 1];
      if (own) records.push({ ip: own, purpose: 'leaf', ...rest });
      // A gateway that two leafs share is one address, listed once.
      if (gateway && node.number === 1) records.push({ ip: gateway, purpose: 'gateway', ...rest });
    }
  }
  for (const { node, addresses } of planning.servers.values()) {
    for (const [network, address] of addresses) {
      records.push({
        ...address,
        purpose: 'server',
        device: node.name,
        interface: network,
        network,
        rack: node.rack,
        span: node.span,
      });
    }
  }
  return records;
}
