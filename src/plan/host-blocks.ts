import { type Prefix, subnetAt } from '../ip/index.ts';

/**
 * Length of the block of host loopbacks that each rack has, so that the rack can be read off an address: a /24 of a
 * large pool, of a small one a /26, in which a full rack has room; of IPv6 a /112, which is the last four digits.
 */
export function hostBlockLength({ base, length }: Prefix): number {
  if (base.family === 6) return Math.max(112, length);
  return Math.max(Math.max(24, Math.min(26, length + 4)), length);
}

/** The block of the rack with a number. */
export function hostBlock(pool: Prefix, rack: number): Prefix {
  return subnetAt(pool, hostBlockLength(pool), rack);
}
