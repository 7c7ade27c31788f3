import type { Device, Interface } from '../../device/device.ts';
import { type Family, formatIp } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';

/** Two servers that must reach each other. */
export interface ServerPair {
  readonly from: string;
  readonly to: string;
  readonly address: string;
  /** Own address that the packets come from. */
  readonly source: string;
  readonly family: Family;
  readonly network: string;
  /** Rack of each. */
  readonly racks: readonly [string, string];
  /** Largest IP packet that both interfaces take, in bytes. */
  readonly mtu: number;
}

interface Member {
  readonly device: string;
  readonly address: string;
  readonly rack: string;
  readonly mtu: number;
}

const addressesOf = (one: Interface) => {
  if (one.kind === 'svi' || one.kind === 'loopback') return one.addresses;
  return one.mode.type === 'routed' ? one.mode.addresses : [];
};

/** MTU by `<device> <address>`; of a server that routes, that of its ports. */
export function mtuByAddress(devices: readonly Device[]): Map<string, number> {
  return new Map(
    devices.flatMap(({ name, interfaces }) => {
      const ports = Math.min(...interfaces.flatMap((one) => (one.kind === 'ethernet' ? one.mtu : [])));
      return interfaces.flatMap((one) =>
        addressesOf(one).map(({ ip }): [string, number] => [
          `${name} ${formatIp(ip)}`,
          one.kind === 'loopback' ? ports : one.mtu,
        ]),
      );
    }),
  );
}

/** Servers of each network and family, in order. */
function membersByNetwork({ addresses }: Plan, devices: readonly Device[]): Map<string, Member[]> {
  const known = mtuByAddress(devices);
  const found = new Map<string, Member[]>();
  for (const { ip, purpose, device, network = 'routed servers', rack } of addresses) {
    if (purpose !== 'server' && purpose !== 'host-loopback') continue;
    const address = formatIp(ip);
    const mtu = known.get(`${device} ${address}`);
    if (mtu === undefined) continue;
    const key = `${ip.family} ${network}`;
    const list = found.get(key) ?? [];
    found.set(key, list);
    list.push({ device, address, rack: rack?.name ?? '', mtu });
  }
  return found;
}

/**
 * Pairs of servers in one network: all of them, or above a number about as many, but each server with its neighbour and
 * one that stands far from it.
 */
export function serverPairs(plan: Plan, devices: readonly Device[], most: number): ServerPair[] {
  const byNetwork = membersByNetwork(plan, devices);
  const total = [...byNetwork.values()].reduce((sum, { length }) => sum + length * (length - 1), 0);
  return [...byNetwork].flatMap(([key, members]) => {
    const [family = '4', ...network] = key.split(' ');
    const share = Math.floor((most * (members.length - 1)) / Math.max(1, total));
    const all = Array.from({ length: members.length - 1 }, (_, index) => index + 1);
    const chosen = total <= most ? all : spread(members.length, share);
    return members.flatMap((from, index) =>
      chosen.flatMap((step): ServerPair[] => {
        const to = members[(index + step) % members.length];
        if (!to || to.device === from.device) return [];
        return [
          {
            from: from.device,
            to: to.device,
            address: to.address,
            source: from.address,
            family: Number(family) as Family,
            network: network.join(' '),
            racks: [from.rack, to.rack],
            mtu: Math.min(from.mtu, to.mtu),
          },
        ];
      }),
    );
  });
}

/** Some distances in a circle of members: the next one, and evenly spread ones, which lead to other racks. */
function spread(members: number, count: number): number[] {
  const steps = Array.from({ length: Math.max(2, count) - 1 }, (_, index) =>
    Math.round(((index + 1) * members) / Math.max(2, count)),
  );
  return [...new Set([1, ...steps])].filter((step) => step > 0 && step < members);
}
