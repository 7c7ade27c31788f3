import type { DeviceEdit } from '../files/compare-files.ts';
import type { Inventory } from '../inventory.ts';
import type { Comparison } from './comparison.ts';

/** Interfaces of devices whose config has another VLAN, LAG or MTU line, as `<device> <interface>`. */
export type ChangedPorts = ReadonlySet<string>;

/** Lines that the two ends of a cable must agree on. */
const shared = /^\s*(?:no )?(?:switchport|channel-group|lacp|bond-|bridge-(?:access|vids|pvid)|mtu) ?/;

/** Finds the interfaces on which something changes that the far end must agree with. */
export function changedPorts(edits: readonly DeviceEdit[]): ChangedPorts {
  const ports = new Set<string>();
  for (const { device, section, line } of edits) {
    const name = /^(?:interface|iface) (\S+)/.exec(section)?.[1];
    if (name !== undefined && shared.test(line)) ports.add(`${device} ${name}`);
  }
  return ports;
}

/** What systems call a LAG, before its number. */
const lagNames = ['Port-Channel', 'po', 'bond'];

/** Servers whose ports on the leafs change in a way that they must follow. */
export function serversWithOtherPorts({ present, plannedDevices, changedPorts: ports }: Comparison): Set<string> {
  const servers = new Set<string>();
  if (ports.size === 0) return servers;
  for (const { a, z } of present.cables.values()) {
    if (present.devices.get(a.device)?.kind === 'server' && ports.has(`${z.device} ${z.port}`)) servers.add(a.device);
  }
  for (const device of plannedDevices) {
    for (const one of device.kind === 'switch' ? device.interfaces : []) {
      if (one.kind !== 'lag' || one.peer?.kind !== 'server') continue;
      if (lagNames.some((name) => ports.has(`${device.name} ${name}${one.id}`))) servers.add(one.peer.device);
    }
  }
  return servers;
}

/** Networks, as `<network>/<rack>`, whose VLAN has another number than before; known where an output tells. */
export function renumberedVlans(past: Inventory, present: Inventory): Set<string> {
  const found = new Set<string>();
  for (const [key, { interface: name, network, rack, purpose }] of present.addresses) {
    if (network === undefined || rack === undefined || purpose === 'server') continue;
    const before = past.addresses.get(key)?.interface;
    if (before !== undefined && /^vlan\d+$/.test(before) && before !== name) found.add(`${network}/${rack}`);
  }
  return found;
}
