import type { Fabric, SwitchNode } from '../fabric/fabric.ts';
import { allocateNumbers } from './address-pool.ts';
import { type Planning, rackNumber } from './planning.ts';

/** Switches that share an AS number, and the place of that in the pool; none for what has the fabric's own. */
function holderOf(
  planning: Planning,
  node: SwitchNode,
): { readonly key: string; readonly preferred: number } | undefined {
  const { superspines } = planning.fabric.topology.data.fabric;
  // The tier at the top is one system, so that no path leads through a valley (RFC 7938, 5.2.1).
  if (node.role === 'superspine' || (node.role === 'spine' && !superspines)) return undefined;
  if (node.role === 'spine') return { key: `asn/pod/${node.pod?.name ?? ''}`, preferred: (node.pod?.index ?? 0) + 1 };
  if (!node.rack) return { key: `asn/switch/${node.name}`, preferred: podsFirst - node.number };
  const place = podsFirst + rackNumber(planning, node.rack) * 2;
  return planning.fabric.topology.data.routing.bgp.asnPer === 'rack'
    ? { key: `asn/rack/${node.rack.name}`, preferred: place }
    : { key: `asn/switch/${node.name}`, preferred: place + node.number - 1 };
}

/** Numbers before those of the leafs: pods from below, switches that stand in no rack from above. */
const podsFirst = 1000;

/** First and last AS number that switches are given, as the file says; undefined where that is no range. */
export function asnPool({ topology }: Fabric): { readonly first: number; readonly last: number } | undefined {
  const [first = 0, last = 0] = topology.data.routing.bgp.asnPool.split('-').map(Number);
  return first >= 1 && last >= first && last <= 4294967294 ? { first, last } : undefined;
}

/** The AS number of every switch: the fabric's, or one for each leaf (or rack) and pod where the design wants that. */
export function planAsns(planning: Planning): Map<string, number> {
  const { fabric, allocations } = planning;
  const { devices, fabric: section } = fabric.topology.data;
  const asns = new Map(fabric.switches.map((node) => [node.name, section.asn]));
  if (fabric.traits.autonomousSystems === 'one') return asns;
  const pool = asnPool(fabric);
  const holders = new Map(fabric.switches.map((node) => [node, holderOf(planning, node)]));
  const requests = new Map(
    [...holders.values()].flatMap((one) => {
      if (!one || !pool) return [];
      const size = pool.last - pool.first + 1;
      // A pool of two-byte numbers has no room for the usual places.
      return [[one.key, { key: one.key, ...(one.preferred < size ? { preferred: one.preferred } : {}) }] as const];
    }),
  );
  const { numbers, missing } = pool
    ? allocateNumbers(
        pool.last - pool.first + 1,
        [...requests.values()],
        offsets(fabric, pool.first),
        allocations,
        reservedOf(pool, [section.asn, fabric.topology.data.routing.bgp.hostAsn]),
      )
    : { numbers: new Map<string, number>(), missing: [] };
  for (const [node, holder] of holders) {
    const own = Object.hasOwn(devices, node.name) ? devices[node.name]?.asn : undefined;
    const number = holder && numbers.get(holder.key);
    if (own !== undefined) asns.set(node.name, own);
    else if (number !== undefined && pool) asns.set(node.name, pool.first + number);
  }
  if (pool) for (const [key, number] of numbers) allocations.set(key, String(pool.first + number));
  if (missing.length > 0 && pool) {
    planning.defects.push({
      kind: 'pool-exhausted',
      pool: 'routing.bgp.asnPool',
      prefix: `${pool.first}-${pool.last}`,
      needed: requests.size,
      available: requests.size - missing.length,
      resting: 0,
      span: fabric.topology.spans.of(fabric.topology.data.routing.bgp, 'asnPool'),
    });
  }
  return asns;
}

/** The numbers of the fabric itself and of its servers are nobody else's. */
function reservedOf(
  { first, last }: { readonly first: number; readonly last: number },
  asns: readonly number[],
): number[] {
  return asns.flatMap((asn) => (asn >= first && asn <= last ? [asn - first] : []));
}

/** Earlier numbers as places in the pool. */
function offsets(fabric: Fabric, first: number): Map<string, string> {
  return new Map([...fabric.earlier.row('asn')].map(([key, asn]) => [key, String(Number(asn) - first)]));
}
