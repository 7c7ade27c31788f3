import type { Device } from '../../device/device.ts';
import type { Family } from '../../ip/index.ts';

/** Sessions of a switch with what is no switch of the fabric, upstreams and servers that route, by family; one that carries both counts twice. */
export type OutsideSessions = ReadonlyMap<string, ReadonlyMap<Family, number>>;

/** Counts the sessions of the default routing table; switches that have none are left out. */
export function outsideSessions(devices: readonly Device[]): OutsideSessions {
  const switches = devices.filter((one) => one.kind === 'switch');
  const names = new Set(switches.map(({ name }) => name));
  const found = new Map<string, Map<Family, number>>();
  for (const { name, bgp } of switches) {
    const groups = new Map(bgp?.groups.map((group) => [group.name, group]));
    const counts = new Map<Family, number>();
    for (const { group, description } of bgp?.neighbors ?? []) {
      if (names.has(description)) continue;
      for (const { family } of groups.get(group)?.families ?? []) counts.set(family, (counts.get(family) ?? 0) + 1);
    }
    if (counts.size > 0) found.set(name, counts);
  }
  return found;
}
