import { portKey } from '../../analysis/forwarding/interface-key.ts';
import type { Device, EthernetInterface, LagInterface } from '../../device/device.ts';
import type { Wiring } from '../host/kernel.ts';
import { linuxName } from './linux-names.ts';

/** One end of a cable in a lab. */
export interface CableEnd {
  readonly device: string;
  /** Neutral key of the port. */
  readonly port: string;
  /** Linux interface that the cable's end is: the port, or in plain wiring the bond that it stands for. */
  readonly link: string;
  /** MAC address of the port, where the topology gives one. */
  readonly mac?: string;
}

/** Cables of a lab. */
export interface LabCables {
  readonly wired: readonly (readonly [CableEnd, CableEnd])[];
  /** Other ports that are in use, which plain wiring leaves out: with a link where the cable leads out of the fabric, without where the lab leaves its far end out. */
  readonly others: readonly { readonly end: CableEnd; readonly hasLink: boolean }[];
  /** Further members of bonds: `<device> <port>`, both ends. */
  readonly unwired: ReadonlySet<string>;
}

interface Place {
  readonly device: Device;
  readonly one: EthernetInterface;
  readonly lag: LagInterface | undefined;
}

function placesOf(devices: readonly Device[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const device of devices) {
    const lagOf = new Map<string, LagInterface>();
    for (const one of device.interfaces) {
      if (one.kind === 'lag') for (const port of one.members) lagOf.set(portKey(port), one);
    }
    for (const one of device.interfaces) {
      if (one.kind !== 'ethernet') continue;
      const key = portKey(one.port);
      places.set(`${device.name} ${key}`, { device, one, lag: lagOf.get(key) });
    }
  }
  return places;
}

/** The member that stands for a bond: the primary one, else the first. */
function standsFor({ one, lag }: Place): boolean {
  if (!lag) return true;
  const first = lag.protocol.type === 'active-backup' ? lag.protocol.primary : lag.members[0];
  return first !== undefined && portKey(first) === portKey(one.port);
}

function endOf({ device, one, lag }: Place): CableEnd {
  const { mac } = one.port;
  const link = linuxName(device, lag ?? one);
  return { device: device.name, port: portKey(one.port), link, ...(mac === undefined ? {} : { mac }) };
}

/** Which of two ends decides whether the cable stands for a bond: the server's, else the first by name. */
function decider(a: Place, z: Place): Place {
  if (!a.lag) return z;
  if (!z.lag) return a;
  if (a.device.kind !== z.device.kind) return a.device.kind === 'server' ? a : z;
  return a.device.name < z.device.name ? a : z;
}

/**
 * The cables between devices, each once; in plain wiring of a bond only one, which stands for it: namespaces alone have
 * no bonds.
 * @param upstreams cables to routers outside the fabric that the lab runs.
 */
export function labCables(
  devices: readonly Device[],
  wiring: Wiring = 'plain',
  upstreams: LabCables['wired'] = [],
): LabCables {
  const places = placesOf(devices);
  const isPlain = wiring === 'plain';
  const end = (place: Place): CableEnd => endOf(isPlain ? place : { ...place, lag: undefined });
  const wired: (readonly [CableEnd, CableEnd])[] = [];
  const others: { end: CableEnd; hasLink: boolean }[] = [];
  const unwired = new Set<string>();
  const answered = new Set(upstreams.flat().map(({ device, port }) => `${device} ${port}`));
  for (const [key, place] of places) {
    const { peer } = place.one;
    const farKey = peer ? `${peer.device} ${portKey(peer.port)}` : '';
    const far = places.get(farKey);
    if (far) {
      if (key > farKey) continue;
      if (isPlain && !standsFor(decider(place, far))) unwired.add(key).add(farKey);
      else wired.push([end(place), end(far)]);
    } else if (!isPlain && !answered.has(key)) others.push({ end: end(place), hasLink: !peer });
  }
  return { wired: [...wired, ...upstreams], others, unwired };
}
