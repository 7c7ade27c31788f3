import type { Namespaces } from '../host/namespaces.ts';
import { shellWords } from '../host/shell-words.ts';
import { inEach } from './in-each.ts';
import { kernelRoutes } from './kernel-state.ts';

/** What a device forwards by: routes of protocols by prefix, and learned addresses of its bridges by VLAN and MAC. */
export interface ForwardingEntries {
  readonly routes: ReadonlyMap<string, string>;
  readonly macs: ReadonlyMap<string, string>;
}

/** How many entries are others. */
export interface ChangedEntries {
  readonly routes: number;
  readonly macs: number;
}

interface FdbEntry {
  readonly mac: string;
  readonly ifname: string;
  readonly vlan?: number;
  readonly state?: string;
  readonly flags?: readonly string[];
}

/** Reads what `bridge -j fdb show` prints: what was learned, by the port that it is behind. */
export function readLearned(text: string): Map<string, string> {
  const entries = JSON.parse(text.trim() || '[]') as FdbEntry[];
  return new Map(
    entries
      .filter(({ state, flags = [] }) => state !== 'permanent' && !flags.includes('self'))
      .map(({ mac, vlan = 0, ifname }) => [`${vlan} ${mac}`, ifname]),
  );
}

/** What each device forwards by at this moment. */
export async function forwardingEntries(
  lab: Namespaces,
  devices: readonly string[],
): Promise<ReadonlyMap<string, ForwardingEntries>> {
  const routes = await kernelRoutes(lab, devices);
  const learned = await inEach(lab, devices, (device) => [
    `${shellWords('bridge', '-n', device, '-j', 'fdb', 'show')}; echo`,
  ]);
  return new Map(
    devices.map((device): [string, ForwardingEntries] => [
      device,
      {
        routes: new Map([...(routes.get(device) ?? [])].map(([prefix, hops]) => [prefix, hops.join(' ')])),
        macs: readLearned(learned.get(device)?.[0] ?? ''),
      },
    ]),
  );
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).length;
}

/**
 * How many entries are not what they were: moved, gone or new.
 * @param ignored devices that are not counted: those that broke.
 */
export function changedEntries(
  before: ReadonlyMap<string, ForwardingEntries>,
  after: ReadonlyMap<string, ForwardingEntries>,
  ignored: ReadonlySet<string> = new Set(),
): ChangedEntries {
  const total = { routes: 0, macs: 0 };
  for (const [device, old] of before) {
    const now = after.get(device);
    if (!now || ignored.has(device)) continue;
    total.routes += changed(old.routes, now.routes);
    total.macs += changed(old.macs, now.macs);
  }
  return total;
}
