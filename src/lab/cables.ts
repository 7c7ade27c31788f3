import { portKey } from '../analysis/forwarding/interface-key.ts';
import type { Device, EthernetInterface, LagInterface } from '../device/device.ts';
import { linuxName } from './linux-names.ts';

/** One end of a cable in a lab. */
export interface CableEnd {
  readonly device: string;
  /** Neutral key of the port. */
  readonly port: string;
  /** Linux interface that the cable's end is: the port, or the bond that it stands for. */
  readonly link: string;
}

/** Cables of a lab. */
export interface LabCables {
  readonly wired: readonly (readonly [CableEnd, CableEnd])[];
  /** Ports with a routed interface whose cable leads out of the fabric. */
  readonly outside: readonly CableEnd[];
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
  return { device: device.name, port: portKey(one.port), link: linuxName(device, lag ?? one) };
}

/** Which of two ends decides whether the cable stands for a bond: the server's, else the first by name. */
function decider(a: Place, z: Place): Place {
  if (!a.lag) return z;
  if (!z.lag) return a;
  if (a.device.kind !== z.device.kind) return a.device.kind === 'server' ? a : z;
  return a.device.name < z.device.name ? a : z;
}

/** The cables between devices, each once; of a bond only one, which stands for it: namespaces alone have no bonds. */
export function labCables(devices: readonly Device[]): LabCables {
  const places = placesOf(devices);
  const wired: (readonly [CableEnd, CableEnd])[] = [];
  const outside: CableEnd[] = [];
  const unwired = new Set<string>();
  for (const [key, place] of places) {
    const { peer, mode } = place.one;
    if (!peer) {
      if (mode.type === 'routed') outside.push(endOf(place));
      continue;
    }
    const farKey = `${peer.device} ${portKey(peer.port)}`;
    const far = places.get(farKey);
    if (!far || key > farKey) continue;
    if (standsFor(decider(place, far))) wired.push([endOf(place), endOf(far)]);
    else unwired.add(key).add(farKey);
  }
  return { wired, outside, unwired };
}
