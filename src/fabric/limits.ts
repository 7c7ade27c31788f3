import type { Span } from '../diagnostics/span.ts';
import type { Building } from './building.ts';

/** Most that a fabric may have of each: far above what anybody builds, far below what fills the memory. */
const limits = { racks: 10_000, switches: 20_000, servers: 250_000, cables: 1_000_000 } as const;

/** True when a file stands for more than a fabric may have, which is noted. Whoever asks must then stop expanding. */
export function exceedsLimit(building: Building, what: keyof typeof limits, count: number, span: Span): boolean {
  const limit = limits[what];
  if (count > limit) building.defects.push({ kind: 'too-large', what, count, limit, span });
  return count > limit;
}
