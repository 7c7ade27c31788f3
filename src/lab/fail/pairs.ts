import { portKey } from '../../analysis/forwarding/interface-key.ts';
import type { Failures } from '../../analysis/forwarding/routers.ts';
import type { Device } from '../../device/device.ts';
import type { ServerPair } from '../test/server-pairs.ts';
import type { Scenario } from './scenario.ts';

/** Pairs of servers that packets are sent between. */
const mostPairs = 4;

/** False for a server that failures cut off: that of a dead leaf, where it has no other. */
function isConnected(device: Device | undefined, { devices, cables, mute, silent }: Failures): boolean {
  return (device?.interfaces ?? []).some((one) => {
    if (one.kind !== 'ethernet' || !one.peer) return false;
    const { peer } = one;
    const keys = [`${device?.name} ${portKey(one.port)}`, `${peer.device} ${portKey(peer.port)}`];
    const isLost = keys.some((key) => cables?.has(key) === true || silent?.has(key) === true);
    return !isLost && devices?.has(peer.device) !== true && mute?.has(peer.device) !== true;
  });
}

/**
 * Pairs of servers in different racks, by preference next to what breaks, and over IPv4 where there is any; none of
 * servers that the failures cut off.
 * @param failures those of the scenario, on top of what is missing anyway.
 */
export function pairsFor(
  pairs: readonly ServerPair[],
  running: readonly Device[],
  scenario: Scenario,
  failures: Failures,
): ServerPair[] {
  const byName = new Map(running.map((device) => [device.name, device]));
  const racks = new Set(scenario.devices.map((name) => byName.get(name)?.location.rack));
  const isNear = (pair: ServerPair): boolean =>
    [pair.from, pair.to].some((name) => scenario.devices.includes(name)) || pair.racks.some((rack) => racks.has(rack));
  const family = pairs.some((pair) => pair.family === 4) ? 4 : 6;
  const usable = pairs
    .filter((pair) => pair.family === family && pair.racks[0] !== pair.racks[1])
    .filter(({ from, to }) => [from, to].every((name) => isConnected(byName.get(name), failures)))
    .toSorted((a, z) => Number(isNear(z)) - Number(isNear(a)));
  // One for each two racks, so that the pairs do not all share a leaf.
  const byRacks = new Map(usable.toReversed().map((pair) => [pair.racks.toSorted().join(' '), pair]));
  return [...byRacks.values()].toReversed().slice(0, mostPairs);
}
