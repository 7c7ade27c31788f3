import type { Inventory } from '../inventory.ts';
import type { Comparison } from './comparison.ts';
import { type otherSettings, plainInterface } from './settings.ts';

/** Interfaces of devices whose config has another VLAN, LAG or MTU line, as `<device> <interface>`. */
export type ChangedPorts = ReadonlySet<string>;

/** Finds the interfaces on which something changes that the far end must agree with. */
export function changedPorts(others: ReturnType<typeof otherSettings>): ChangedPorts {
  const ports = new Set<string>();
  for (const [device, settings] of others) {
    for (const { scope, setting } of settings) {
      const shared = setting === 'far-end' || setting === 'mtu';
      if (shared && scope.startsWith('link ')) ports.add(`${device} ${scope.slice('link '.length)}`);
    }
  }
  return ports;
}

/** What systems call a LAG, before its number. */
const lagNames = ['Port-Channel', 'port-channel', 'PortChannel', 'po', 'bond', 'ae'];

/** Servers whose ports on the leafs change in a way that they must follow. */
export function serversWithOtherPorts({ present, plannedDevices, changedPorts: ports }: Comparison): Set<string> {
  const servers = new Set<string>();
  if (ports.size === 0) return servers;
  for (const { a, z } of present.cables.values()) {
    if (present.devices.get(a.device)?.kind === 'server' && ports.has(`${z.device} ${plainInterface(z.port)}`))
      servers.add(a.device);
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
