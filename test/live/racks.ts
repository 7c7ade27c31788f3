import type { AddressRecord, BuiltFabric } from './built-fabric.ts';
import { echo, pathOf } from './echo.ts';
import type { FabricObservation } from './fabric-observation.ts';
import type { Names } from './names.ts';
import { sh } from './namespaces.ts';

interface Pair {
  readonly from: string;
  readonly interface: string;
  /** Of the other server, in the same network. */
  readonly address: string;
}

const isIpv6 = ({ address }: AddressRecord): boolean => address.includes(':');

/** Every server, and each address in these networks that is in another rack. */
function pairsOf({ addresses }: BuiltFabric, networks: readonly string[]): Pair[] {
  const servers = addresses.filter(({ purpose, network }) => purpose === 'server' && networks.includes(network ?? ''));
  return servers.flatMap((from) =>
    servers
      .filter((to) => to.rack !== from.rack && to.network === from.network)
      .filter((to) => isIpv6(to) === isIpv6(from))
      .map((to) => ({ from: from.device, interface: from.interface, address: to.address.replace(/\/\d+$/, '') })),
  );
}

function mtuOf(device: string, port: string): number {
  const [link] = JSON.parse(sh('ip', '-n', device, '-j', 'link', 'show', 'dev', port)) as { mtu: number }[];
  return link?.mtu ?? 0;
}

/** Asks for all keys, a few at once: this machine may be busy. */
async function each<T>(pairs: readonly Pair[], ask: (pair: Pair) => Promise<T>): Promise<Record<string, T>> {
  const found: [string, T][] = [];
  for (let begin = 0; begin < pairs.length; begin += 12) {
    const some = pairs.slice(begin, begin + 12);
    found.push(...(await Promise.all(some.map(async (pair) => [keyOf(pair), await ask(pair)] as [string, T]))));
  }
  return Object.fromEntries(found);
}

const keyOf = ({ from, address }: Pair): string => `${from} ${address}`;

/** Sends packets in some networks between all servers of different racks, and looks at the way of some. */
export async function crossRacks(
  fabric: BuiltFabric,
  names: Names,
  networks: readonly string[],
): Promise<Pick<FabricObservation, 'echoes' | 'fullSize' | 'paths'>> {
  const pairs = pairsOf(fabric, networks);
  const firsts = new Set(new Map(fabric.servers.toReversed().map(({ rack, name }) => [rack, name])).values());
  const between = pairs.filter(({ from, address }) => firsts.has(from) && firsts.has(names.ownerOf(address, from, '')));
  return {
    echoes: await each(pairs, ({ from, address }) => echo(from, address)),
    fullSize: await each(pairs, ({ from, address, interface: port }) =>
      echo(from, address, { bytes: mtuOf(from, port) }),
    ),
    paths: await each(between, async ({ from, address }) =>
      (await pathOf(from, address)).map((hop) => names.ownerOf(hop, from, '')),
    ),
  };
}
