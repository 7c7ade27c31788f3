import { type Ip, addToIp, bitsOf, formatInterfaceAddress, parseIp, parsePrefix } from '../../../ip/index.ts';
import { familyMark } from '../../../plan/families.ts';
import { allocatedLinkText } from '../../../plan/link-text.ts';
import type { AddressPurpose, Allocations, Plan } from '../../../plan/plan.ts';
import { hostAt } from '../../../plan/server-addresses.ts';
import {
  type AddressFact,
  type CableEnd,
  type CableFact,
  type DeviceFact,
  type Inventory,
  addressKey,
  linkAddressKey,
  subnetKey,
  vrfAddressKey,
} from '../inventory.ts';

/** The devices of a link id `<a>--<z>#<n>`, of which one is known: names may hold two hyphens themselves. */
function endsOf(id: string, known: string): readonly [a: string, z: string] | undefined {
  const pair = id.slice(0, id.lastIndexOf('#'));
  if (pair.endsWith(`--${known}`)) return [pair.slice(0, -known.length - 2), known];
  if (pair.startsWith(`${known}--`)) return [known, pair.slice(known.length + 2)];
  return undefined;
}

/** Marks of the address families in keys. */
const marks = ['', '6'] as const;

/** Kinds of allocations that are a device's address, and what for. */
const purposes: Readonly<Record<string, AddressPurpose>> = {
  loopback: 'loopback',
  loopback6: 'loopback',
  oob: 'oob',
  oob6: 'oob',
  'host-loopback': 'host-loopback',
  'host-loopback6': 'host-loopback',
};

interface Reading {
  readonly allocations: Allocations;
  /** Place of survivors; the lock has the name of a device, not where it stands. */
  readonly present: Inventory;
  /** What the output of the earlier build says of them. */
  readonly output: Inventory;
  readonly devices: Map<string, DeviceFact>;
  readonly cables: Map<string, CableFact>;
  readonly addresses: Map<string, AddressFact>;
  readonly subnets: Map<string, string>;
}

function rackOf(reading: Reading, device: string): { readonly rack?: string } {
  const fact = reading.output.devices.get(device) ?? reading.present.devices.get(device);
  return fact?.rack === undefined ? {} : { rack: fact.rack };
}

function addDevice(reading: Reading, name: string, kind: DeviceFact['kind'], rack?: string): void {
  const role = reading.present.devices.get(name)?.role;
  const place = rack === undefined ? rackOf(reading, name) : { rack };
  reading.devices.set(name, { name, kind, ...(role === undefined ? {} : { role }), ...place });
}

/** One `port/<link id>/<device>`: the other end of a link between switches comes with its own. */
function addPort(reading: Reading, key: string, port: string): void {
  const cut = key.lastIndexOf('/');
  const id = key.slice('port/'.length, cut);
  const device = key.slice(cut + 1);
  const ends = endsOf(id, device);
  if (!ends) return;
  const before = reading.cables.get(id);
  const told = reading.output.cables.get(id);
  const now = reading.present.cables.get(id);
  const end = (side: 'a' | 'z', name: string): CableEnd => {
    if (name !== device && before) return before[side];
    const base = { device: name, ...rackOf(reading, name) };
    if (name !== device) return { ...base, port: told?.[side].port ?? now?.[side].port ?? '' };
    // The same port is spelled as it is now; another as the output spells it, if that is of the same build.
    const same = now?.[side].neutral === port ? now[side].port : undefined;
    return { ...base, port: told?.[side].port ?? same ?? port, neutral: port };
  };
  const prefix = allocatedLinkText(reading.allocations, id);
  const speed = told?.speed;
  reading.cables.set(id, {
    id,
    a: end('a', ends[0]),
    z: end('z', ends[1]),
    ...(speed === undefined ? {} : { speed }),
    ...(prefix === undefined ? {} : { prefix }),
  });
}

function addAddress(reading: Reading, key: string, purpose: AddressPurpose, device: string, address: string): void {
  const base = reading.output.addresses.get(key) ?? reading.present.addresses.get(key);
  const { interface: name = purpose, network } = base ?? {};
  const sameIp = reading.output.addresses.get(key)?.address;
  // The lock has no length for an address of its own; where the output has the same address, it has the length.
  const text = sameIp !== undefined && sameIp.split('/')[0] === address.split('/')[0] ? sameIp : address;
  reading.addresses.set(key, {
    device,
    ...rackOf(reading, device),
    interface: name,
    address: text,
    purpose,
    ...(network === undefined ? {} : { network }),
  });
}

/** An address with the length that it has now: the lock does not say which subnet hosts saw. */
function withLength(reading: Reading, key: string, address: string): string {
  const now = reading.present.addresses.get(key)?.address.split('/')[1];
  const [text = '', length] = address.split('/');
  const ip = parseIp(text);
  if (now === undefined && length !== undefined) return address;
  return `${text}/${now ?? (ip ? bitsOf(ip.family) : 32)}`;
}

/** Both addresses of a /31. */
function pairOf(prefix: string): readonly [even: string, odd: string] | undefined {
  const parsed = parsePrefix(prefix);
  if ('fault' in parsed) return undefined;
  const at = (index: number): string =>
    formatInterfaceAddress({ ip: addToIp(parsed.base, index), length: parsed.length });
  return [at(0), at(1)];
}

function addLinkAddresses(reading: Reading): void {
  for (const { id, a, z } of reading.cables.values()) {
    for (const mark of marks) {
      const pair = pairOf(reading.allocations.get(`p2p${mark}/${id}`) ?? '');
      if (!pair) continue;
      addAddress(reading, linkAddressKey(id, z.device, mark), 'p2p-link', z.device, pair[0]);
      addAddress(reading, linkAddressKey(id, a.device, mark), 'p2p-link', a.device, pair[1]);
    }
  }
}

/** The host number that a server had, and the rack in whose subnets. */
interface Host {
  readonly rack: string;
  readonly number: number;
}

/** Addresses of VRFs on links, and on the paths between two leafs. */
function addVrfAddresses(reading: Reading, plan: Plan): void {
  const leafs = new Map(plan.fabric.racks.map((rack) => [rack.name, rack.leafs.map(({ name }) => name)]));
  for (const [key, value] of reading.allocations) {
    const [, kind, mark, vrf = '', name = ''] = /^vrf-(p2p|backup)(6?)\/([^/]+)\/(.+)$/.exec(key) ?? [];
    const pair = kind === undefined ? undefined : pairOf(value);
    if (!pair) continue;
    const family = mark === '6' ? '6' : '';
    const cable = reading.cables.get(name);
    if (kind === 'p2p' && cable) {
      addAddress(reading, vrfAddressKey(vrf, name, cable.z.device, family), 'p2p-link', cable.z.device, pair[0]);
      addAddress(reading, vrfAddressKey(vrf, name, cable.a.device, family), 'p2p-link', cable.a.device, pair[1]);
    }
    for (const [index, leaf] of (kind === 'backup' ? (leafs.get(name) ?? []) : []).entries()) {
      addAddress(reading, addressKey(`backup-${vrf}${family}`, leaf), 'p2p-link', leaf, pair[index === 0 ? 0 : 1]);
    }
  }
}

/** What the lock has nothing of, and no output tells: it is taken to have been as it is. */
function addUntold(reading: Reading): void {
  if (reading.output.addresses.size > 0) return;
  for (const [key, fact] of reading.present.addresses) {
    const untold = fact.purpose === 'upstream' || fact.purpose === 'anycast';
    if (untold && reading.devices.has(fact.device)) reading.addresses.set(key, fact);
  }
  for (const [id, cable] of reading.present.cables) {
    const isUpstream = !reading.present.devices.has(cable.z.device);
    if (isUpstream && reading.devices.has(cable.a.device)) reading.cables.set(id, cable);
  }
}

function addServerAddresses(reading: Reading, plan: Plan, hosts: ReadonlyMap<string, Host>): void {
  const { output, subnets } = reading;
  for (const { node } of plan.servers.values()) {
    const host = hosts.get(node.name);
    if (!host || !Number.isInteger(host.number)) continue;
    const told = output.devices.has(node.name);
    for (const { name } of node.networks) {
      for (const mark of marks) {
        const key = addressKey(`server${mark}`, node.name, name);
        const prefix = parsePrefix(subnets.get(subnetKey(name, host.rack, mark)) ?? '');
        // A network that the output of the earlier build does not give the server is new to it.
        if ('fault' in prefix || (told && !output.addresses.has(key))) continue;
        const address = formatInterfaceAddress({ ip: hostAt(prefix, host.number), length: prefix.length });
        addAddress(reading, key, 'server', node.name, withLength(reading, key, address));
      }
    }
  }
}

/**
 * Gateways and addresses of leafs are not in a lock: they follow from the subnet, and where nothing tells otherwise
 * they were at the same place in it.
 */
function addLeafAddresses(reading: Reading, plan: Plan): void {
  if (reading.output.addresses.size > 0) return;
  for (const [rack, list] of plan.subnets) {
    const pair = reading.allocations.has(`backup/${rack}`);
    for (const { network, prefix, gateway, leafAddresses } of list) {
      const mark = familyMark(prefix.base.family);
      const old = parsePrefix(reading.subnets.get(subnetKey(network.name, rack, mark)) ?? '');
      if ('fault' in old) continue;
      const before = (ip: Ip): string =>
        formatInterfaceAddress({ ip: addToIp(old.base, ip.value - prefix.base.value), length: old.length });
      for (const [index, leaf] of (list[0]?.rack.leafs ?? []).entries()) {
        if (!reading.devices.has(leaf.name)) continue;
        const own = pair ? leafAddresses[index] : undefined;
        if (own)
          addAddress(reading, addressKey(`leaf${mark}`, leaf.name, network.name), 'leaf', leaf.name, before(own));
        if (gateway && index === 0)
          addAddress(
            reading,
            addressKey(`gateway${mark}`, leaf.name, network.name),
            'gateway',
            leaf.name,
            before(gateway),
          );
      }
    }
  }
}

/** The same of the cores, where subnets are stretched over the fabric: they had those that some rack had a part of. */
function addCoreAddresses(reading: Reading, plan: Plan): void {
  if (reading.output.addresses.size > 0) return;
  const before = new Set([...reading.subnets.keys()].map((key) => key.split('/')[0]));
  for (const [key, fact] of reading.present.addresses) {
    const { device, network, purpose } = fact;
    const own = plan.switches.get(device)?.node.role === 'spine' && (purpose === 'core' || purpose === 'gateway');
    if (own && network !== undefined && before.has(network) && reading.devices.has(device))
      reading.addresses.set(key, fact);
  }
}

function addBackups(reading: Reading, plan: Plan): void {
  for (const rack of plan.fabric.racks) {
    for (const mark of marks) {
      const pair = pairOf(reading.allocations.get(`backup${mark}/${rack.name}`) ?? '');
      for (const [index, leaf] of (pair ? rack.leafs : []).entries()) {
        addAddress(reading, addressKey(`backup${mark}`, leaf.name), 'p2p-link', leaf.name, pair![index === 0 ? 0 : 1]);
      }
    }
  }
}

/**
 * The inventory that earlier allocations tell of. They name devices, links and prefixes, but neither the
 * racks of switches nor the networks of servers: those come from the output where there is one, else from the present.
 * @param plan gives its fabric: which device stands where.
 */
export function inventoryOfAllocations(
  allocations: Allocations,
  plan: Plan,
  present: Inventory,
  output: Inventory,
): Inventory {
  const reading: Reading = {
    allocations,
    present,
    output,
    devices: new Map(),
    cables: new Map(),
    addresses: new Map(),
    subnets: new Map(),
  };
  const hosts = new Map<string, Host>();
  for (const [key, value] of allocations) {
    const [what = '', name = '', rack = ''] = key.split('/');
    const purpose = purposes[what];
    if (purpose) {
      addDevice(reading, name, purpose === 'host-loopback' ? 'server' : 'switch');
      const address = addressKey(what, name);
      // A switch that does not route keeps its loopback in the lock, and has none.
      const unused = purpose === 'loopback' && plan.fabric.traits.links === 'bridged' && !output.addresses.has(address);
      if (unused) continue;
      addAddress(reading, address, purpose, name, withLength(reading, address, value));
    } else if (what === 'host') {
      addDevice(reading, rack, 'server', name);
      hosts.set(rack, { rack: name, number: Number(value) });
    } else if (what === 'subnet') reading.subnets.set(subnetKey(name, rack, ''), value);
    else if (what === 'subnet6') reading.subnets.set(subnetKey(name, rack, '6'), value);
    else if (what === 'port') addPort(reading, key, value);
  }
  addLinkAddresses(reading);
  addBackups(reading, plan);
  addVrfAddresses(reading, plan);
  addUntold(reading);
  addServerAddresses(reading, plan, hosts);
  if (plan.fabric.traits.subnets === 'fabric') addCoreAddresses(reading, plan);
  else addLeafAddresses(reading, plan);
  return reading;
}
