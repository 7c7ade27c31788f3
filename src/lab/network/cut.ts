import type { Device } from '../../device/device.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';

/** Which part of a fabric a lab runs. What is left out is as if it had no power: configs and allocations stay. */
export interface Cut {
  /** Names of racks; absent: all. */
  readonly racks?: readonly string[];
  /** The first so many servers of each rack; absent: all. */
  readonly serversPerRack?: number;
}

/**
 * Names of the devices that a cut leaves out.
 * @throws ExpectedError for a rack that the fabric has not.
 */
export function leftOut(devices: readonly Device[], { racks, serversPerRack }: Cut): ReadonlySet<string> {
  const known = new Set(devices.flatMap(({ location }) => location.rack ?? []));
  const unknown = racks?.find((name) => !known.has(name));
  if (unknown !== undefined) {
    const [first, ...more] = [...known];
    throw new ExpectedError(`The fabric has no rack ${unknown}`, { hint: `its racks are ${first} to ${more.at(-1)}` });
  }
  const wanted = new Set(racks ?? known);
  const servers = new Map<string, number>();
  const out = new Set<string>();
  for (const { name, kind, location } of devices) {
    if (location.rack === undefined) continue;
    const number = (servers.get(location.rack) ?? 0) + 1;
    if (kind === 'server') servers.set(location.rack, number);
    if (!wanted.has(location.rack) || (kind === 'server' && number > (serversPerRack ?? Infinity))) out.add(name);
  }
  return out;
}
