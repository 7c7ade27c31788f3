import type { Forwarding } from '../../analysis/forwarding/fib.ts';
import { type Table, longestMatch } from '../../analysis/forwarding/routes.ts';
import type { Device } from '../../device/device.ts';
import { type Ip, formatIp } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { each } from '../host/each.ts';
import type { Namespaces } from '../host/namespaces.ts';
import type { Finding } from '../state/finding.ts';
import { complaint } from './check-paths.ts';
import { sourceTable } from './source-table.ts';

/** At how many pairs is pinged at the same time, and how many at most. */
const atOnce = 12;
const mostPairs = 48;

/** An address of a server, and the routing table that its switches forward its packets by. */
interface Member {
  readonly device: string;
  readonly ip: Ip;
  readonly network: string;
  readonly vrf: string;
  readonly table: Table;
}

/** Two servers that must not reach each other. */
export interface ApartPair {
  readonly from: string;
  readonly source: string;
  readonly to: string;
  readonly address: string;
  /** Network of each. */
  readonly networks: readonly [string, string];
}

function membersOf({ addresses, fabric }: Plan, running: readonly Device[], forwarding: Forwarding): Member[] {
  const byName = new Map(running.map((device) => [device.name, device]));
  const vrfs = new Map(fabric.networks.map(({ name, vrf }) => [name, vrf ?? '']));
  return addresses.flatMap(({ ip, purpose, device, network }): Member[] => {
    const own = byName.get(device);
    if (purpose !== 'server' || network === undefined || !own) return [];
    const peers = own.interfaces.flatMap((one) => (one.kind === 'ethernet' && one.peer ? one.peer.device : []));
    const [table] = peers.flatMap((peer) => {
      const leaf = byName.get(peer);
      return (leaf && sourceTable(forwarding, leaf, ip)) ?? [];
    });
    return table ? [{ device, ip, network, vrf: vrfs.get(network) ?? '', table }] : [];
  });
}

/**
 * Pairs of servers in different VRFs that no leak joins: for each server and other network one. A server that is in
 * both VRFs could answer by the other one, so it is in no pair.
 */
export function apartPairs(plan: Plan, running: readonly Device[], forwarding: Forwarding): ApartPair[] {
  const members = membersOf(plan, running, forwarding);
  const vrfsOf = new Map<string, Set<string>>();
  for (const { device, vrf } of members) vrfsOf.set(device, (vrfsOf.get(device) ?? new Set()).add(vrf));
  const isApart = (a: Member, z: Member): boolean =>
    a.ip.family === z.ip.family &&
    a.vrf !== z.vrf &&
    vrfsOf.get(a.device)?.has(z.vrf) === false &&
    vrfsOf.get(z.device)?.has(a.vrf) === false &&
    (longestMatch(a.table, z.ip)?.nextHops.length ?? 0) === 0;
  const pairs = new Map<string, ApartPair>();
  for (const a of members) {
    for (const z of members) {
      const key = `${a.network} ${z.network} ${a.ip.family} ${a.device}`;
      if (pairs.has(key) || !isApart(a, z)) continue;
      const networks = [a.network, z.network] as const;
      pairs.set(key, { from: a.device, source: formatIp(a.ip), to: z.device, address: formatIp(z.ip), networks });
    }
  }
  return [...pairs.values()].slice(0, mostPairs);
}

/** Sends packets between servers that must not reach each other. */
export async function checkLeaks(lab: Namespaces, pairs: readonly ApartPair[]): Promise<Finding[]> {
  const found = await each(pairs, atOnce, async (pair): Promise<Finding[]> => {
    if ((await complaint(lab, pair, [])) !== undefined) return [];
    const subject = `${pair.to} ${pair.address} (${pair.networks.join(' to ')})`;
    return [{ check: 'leak', device: pair.from, subject, predicted: 'no answer', found: 'an answer' }];
  });
  return found.flat();
}
