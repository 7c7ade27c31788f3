import type { Span } from '../diagnostics/span.ts';
import type { Fabric } from '../fabric/fabric.ts';
import { type Prefix, bitsOf, compareIp, contains } from '../ip/index.ts';

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

/** Pairs of pools that share addresses, each pool with the smallest one around it. Prefixes overlap only by nesting. */
export function overlappingPools(fabric: Fabric): { readonly outer: Pool; readonly inner: Pool }[] {
  const sorted = poolsOf(fabric).sort(
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
