import { isDeepStrictEqual } from 'node:util';
import type { ReadInterface, ReadOspf } from '../readback/reading.ts';
import type { Cable, RenderedFabric, RenderedSwitch } from './rendered-fabric.ts';
import { speedsOf } from './speeds.ts';
import { areNeighbors, familyOf } from './subnets.ts';

/** What a switch has on a cable: its port, or the LAG that the port is in. */
interface End {
  readonly of: RenderedSwitch;
  readonly name: string;
  readonly port: ReadInterface;
  readonly carrier: ReadInterface;
  /** Ports in the LAG. */
  readonly members: readonly string[];
}

function endOf(of: RenderedSwitch, name: string): End | undefined {
  const { interfaces } = of.reading;
  const port = interfaces[name];
  const carrier = port?.lag === undefined ? port : interfaces[port.lag];
  if (!port || !carrier) return undefined;
  const lag = port.lag;
  const members = lag === undefined ? [] : Object.keys(interfaces).filter((one) => interfaces[one]?.lag === lag);
  return { of, name: lag ?? name, port, carrier, members };
}

/** Subinterfaces by their VLANs. SONiC's have short names. */
function subinterfacesOf({ of, name }: End): Map<string, ReadInterface> {
  const short = name.replace(/^Ethernet(?=\d+$)/, 'Eth').replace(/^PortChannel(?=\d+$)/, 'Po');
  return new Map(
    Object.entries(of.reading.interfaces).flatMap(([one, found]) => {
      const prefix = [name, short].find((parent) => one.startsWith(`${parent}.`));
      const vlan = prefix === undefined ? '' : one.slice(prefix.length + 1);
      return /^\d+$/.test(vlan) ? [[vlan, found] as const] : [];
    }),
  );
}

function ospfComplaints(word: string, one: ReadOspf | undefined, other: ReadOspf | undefined): string[] {
  if (!one || !other) return one === other ? [] : [`${word} on one end`];
  const parts = ['area', 'passive', 'pointToPoint', 'hello', 'dead', 'bfd', 'authentication', 'cost'] as const;
  return parts.filter((part) => one[part] !== other[part]).map((part) => `${word} ${part}`);
}

const isLonely = (text: string, others: readonly string[]): boolean => !others.some((far) => areNeighbors(text, far));

/** What two routed interfaces on one link must have in common. */
function layer3Complaints(one: ReadInterface, other: ReadInterface): string[] {
  const families = [4, 6].flatMap((family) => {
    const [mine, theirs] = [one, other].map(({ addresses }) => addresses.filter((text) => familyOf(text) === family));
    const lonely = [
      ...mine!.filter((text) => isLonely(text, theirs!)),
      ...theirs!.filter((text) => isLonely(text, mine!)),
    ];
    return lonely.map((text) => `address ${text}`);
  });
  return [
    ...families,
    ...(one.mtu === undefined || one.mtu !== other.mtu ? ['MTU'] : []),
    ...(one.linkLocal === other.linkLocal ? [] : ['link-local addresses']),
    ...(one.vrf === other.vrf ? [] : ['VRF']),
    ...ospfComplaints('OSPF', one.ospf, other.ospf),
    ...ospfComplaints('OSPFv3', one.ospf3, other.ospf3),
  ];
}

/** Largest IP MTU of the VLANs of a trunk, as their routed interfaces anywhere have it. */
function largestMtu({ switches }: RenderedFabric, vlans: readonly number[]): number {
  const mtus = [...switches.values()].flatMap(({ reading }) =>
    Object.entries(reading.interfaces).flatMap(([name, { mtu }]) => {
      const vlan = Number(/^(?:vlan|irb\.)(\d+)$/i.exec(name)?.[1]);
      return vlans.includes(vlan) ? (mtu ?? 0) : [];
    }),
  );
  return Math.max(0, ...mtus);
}

/** Ports of a switch that the cable plan brings to another. */
const portsTo = (cables: readonly Cable[], from: string, to: string): string[] =>
  cables.flatMap(({ a, z }) => {
    if (a.device === from && z.device === to) return a.port;
    return z.device === from && a.device === to ? z.port : [];
  });

/** A LAG's members all go to the far switch; or, where it is of an MLAG pair, some do. */
function memberComplaints({ cables }: RenderedFabric, one: End, other: End): string[] {
  const far = portsTo(cables, one.of.name, other.of.name);
  const isPart = one.carrier.mlag !== undefined || other.carrier.mlag !== undefined;
  const strangers = one.members.filter((port) => !far.includes(port));
  return strangers.length === 0 || isPart ? [] : [`members of ${one.name}: ${strangers.join(', ')}`];
}

function lagComplaints(fabric: RenderedFabric, a: End, z: End): string[] {
  const modes = [a.carrier.lacp, z.carrier.lacp];
  if (modes.every((mode) => mode === undefined)) return [];
  const words = modes.map((mode) => mode?.split(' ') ?? ['none']);
  const isSame = words[0]!.length === words[1]!.length && (words[0]!.length > 1 || modes[0] === modes[1]);
  const isStarted = words[0]!.length === 1 || words.some(([mode]) => mode === 'active');
  return [
    ...(isSame && isStarted ? [] : [`LACP ${modes.join(' against ')}`]),
    ...(words[0]![1] === words[1]![1] ? [] : ['LACP rate']),
    ...memberComplaints(fabric, a, z),
    ...memberComplaints(fabric, z, a),
  ];
}

function bridgedComplaints(fabric: RenderedFabric, a: ReadInterface, z: ReadInterface): string[] {
  const vlans = [...a.tagged, ...(a.native === undefined ? [] : [a.native])];
  const needed = largestMtu(fabric, vlans);
  return [
    ...(isDeepStrictEqual(a.tagged, z.tagged) ? [] : ['tagged VLANs']),
    ...(a.native === z.native ? [] : ['native VLAN']),
    ...([a, z].every(({ mtu = needed }) => mtu >= needed) ? [] : ['MTU of the VLANs']),
  ];
}

export function speedComplaints(cable: Cable, ends: readonly (readonly [RenderedSwitch, string])[]): string[] {
  return ends.flatMap(([{ name, platform, statedSpeed }, port]) => {
    const stated = statedSpeed(port);
    const isPossible = speedsOf(platform)?.has(cable.speed) ?? true;
    return [
      ...(stated === undefined || stated === cable.speed ? [] : [`${name} asks ${stated}G of ${port}`]),
      ...(isPossible ? [] : [`${name} has no ports of ${cable.speed}G`]),
    ];
  });
}

const isBridged = ({ tagged, native }: ReadInterface): boolean => tagged.length > 0 || native !== undefined;

/** In what the two switches on a cable do not agree. */
export function switchComplaints(fabric: RenderedFabric, cable: Cable): string[] {
  const [a, z] = [cable.a, cable.z].map(({ device, port }) => endOf(fabric.switches.get(device)!, port));
  if (!a || !z) return ['a port that is not in the files'];
  const found = [
    ...speedComplaints(cable, [
      [a.of, cable.a.port],
      [z.of, cable.z.port],
    ]),
    ...lagComplaints(fabric, a, z),
  ];
  if (isBridged(a.carrier) || isBridged(z.carrier))
    return [...found, ...bridgedComplaints(fabric, a.carrier, z.carrier)];
  const [mine, theirs] = [subinterfacesOf(a), subinterfacesOf(z)];
  const vlans = new Set([...mine.keys(), ...theirs.keys()]);
  const below = [...vlans].flatMap((vlan) => {
    const [one, other] = [mine.get(vlan), theirs.get(vlan)];
    if (!one || !other) return [`VLAN ${vlan} on one end`];
    return layer3Complaints(one, other).map((complaint) => `VLAN ${vlan}: ${complaint}`);
  });
  const [one, other] = [a.carrier, z.carrier];
  const isUsed = one.addresses.length + other.addresses.length > 0 || one.linkLocal || other.linkLocal;
  if (!isUsed && below.length === 0 && vlans.size === 0) return [...found, 'nothing on the link'];
  return [...found, ...layer3Complaints(one, other), ...below];
}

/** In what the switches of MLAG pairs do not agree. */
export function pairComplaints({ switches, cables }: RenderedFabric): string[] {
  return [...switches.values()].flatMap(({ name, reading }) => {
    const { mlag } = reading;
    if (!mlag) return [];
    const ports = Object.entries(reading.interfaces).flatMap(([port, { lag }]) => (lag === mlag.peerLink ? port : []));
    const peers = new Set(
      cables.flatMap(({ a, z }) => {
        if (a.device === name && ports.includes(a.port)) return z.device;
        return z.device === name && ports.includes(z.port) ? a.device : [];
      }),
    );
    const other = switches.get([...peers][0] ?? '')?.reading;
    const far = other?.mlag;
    if (peers.size !== 1 || !other || !far) return [`${name}: no one peer over ${mlag.peerLink}`];
    const lagsOf = (of: typeof reading) =>
      Object.values(of.interfaces)
        .flatMap(({ mlag: id }) => id ?? [])
        .sort();
    return [
      ...(mlag.domain === far.domain ? [] : ['domains']),
      ...(mlag.remote === (far.local ?? far.remote) ? [] : ['addresses']),
      ...(mlag.local === undefined || mlag.local !== mlag.remote ? [] : ['one address for both']),
      ...(isDeepStrictEqual(lagsOf(reading), lagsOf(other)) ? [] : ['numbers of LAGs']),
      ...(reading.spanningTreePriority === other.spanningTreePriority ? [] : ['spanning-tree priorities']),
    ].map((complaint) => `${name}: ${complaint}`);
  });
}
