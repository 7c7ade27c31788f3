import type { Span } from '../diagnostics/span.ts';
import type { Fabric } from '../fabric/fabric.ts';
import { type Prefix, bitsOf, compareIp, contains, networkOf } from '../ip/index.ts';
import { spanOf } from '../topology/topology.ts';

/** A block of addresses that the file gives. */
export interface Pool {
  /** Where it stands: `addressing.oob`, `networks.storage`. */
  readonly name: string;
  readonly prefix: Prefix;
  /** Position in the file's order. */
  readonly index: number;
  readonly span: Span;
}

/** All pools, in order of the file. */
export function poolsOf(fabric: Fabric): Pool[] {
  const pools: Pool[] = [];
  for (const name of ['loopbacks', 'p2pLinks', 'hostLoopbacks', 'oob'] as const) {
    for (const pool of fabric.pools[name]) pools.push({ name: `addressing.${name}`, ...pool, index: pools.length });
  }
  for (const { name, pools: own } of fabric.networks) {
    for (const { prefix, span } of own) pools.push({ name: `networks.${name}`, prefix, index: pools.length, span });
  }
  for (const { name, addresses } of fabric.anycast) {
    for (const { ip, span } of addresses) {
      const prefix = { base: ip, length: bitsOf(ip.family) };
      pools.push({ name: `anycast.${name}`, prefix, index: pools.length, span });
    }
  }
  return pools;
}

/** Subnets between the fabric and its upstreams; `first` is the index of the first. */
export function upstreamSubnets({ topology, upstreams }: Fabric, first: number): Pool[] {
  const subnets: Pool[] = [];
  for (const { name, sessions, section } of upstreams) {
    for (const [at, { own }] of sessions.entries()) {
      const prefix = { base: networkOf(own.ip, own.length), length: own.length };
      const span = spanOf(topology, section.addresses, Math.min(at, section.addresses.length - 1));
      subnets.push({ name: `the subnet of upstream ${name}`, prefix, index: first + subnets.length, span });
    }
  }
  return subnets;
}

/** Pairs of some pools that share addresses, each with the smallest one around it. Prefixes overlap only by nesting. */
export function overlapping(pools: readonly Pool[]): { readonly outer: Pool; readonly inner: Pool }[] {
  const sorted = pools.toSorted(
    (a, b) => compareIp(a.prefix.base, b.prefix.base) || a.prefix.length - b.prefix.length || a.index - b.index,
  );
  const around: Pool[] = [];
  const found: { outer: Pool; inner: Pool }[] = [];
  for (const inner of sorted) {
    while (around.length > 0 && !contains(around.at(-1)!.prefix, inner.prefix.base)) around.pop();
    const outer = around.at(-1);
    if (outer) found.push({ outer, inner });
    around.push(inner);
  }
  return found;
}

/** Pairs of pools of a fabric that share addresses. */
export function overlappingPools(fabric: Fabric): { readonly outer: Pool; readonly inner: Pool }[] {
  return overlapping(poolsOf(fabric));
}
