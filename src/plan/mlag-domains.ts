import { type MlagPair, mlagPairs } from '../fabric/mlag-pairs.ts';
import { allocateNumbers } from './address-pool.ts';
import type { MlagDomain } from './plan.ts';
import { type Planning, rackNumber } from './planning.ts';

/** Domain ids that every vendor takes are below this: a CLAG system MAC ends in one byte, vPC has 1 to 1000. */
const idsEnd = 256;

/** The cores' id; leafs follow by the number of their rack. */
const ofCores = 1;

function keyOf({ first }: MlagPair): string {
  return `mlag-domain/${first.name}`;
}

/**
 * Numbers the MLAG pairs. When ids run out, which takes more pairs than two cores have ports for, pairs of leafs that
 * only routers join share them.
 */
export function numberMlagDomains(planning: Planning): MlagDomain[] {
  const { fabric, allocations } = planning;
  const pairs = mlagPairs(fabric);
  const places = pairs.map(({ rack }) => (rack ? rackNumber(planning, rack) + ofCores + 1 : ofCores));
  const requests = pairs.map((pair, index) => {
    const place = places[index]!;
    return { key: keyOf(pair), ...(place < idsEnd ? { preferred: place } : {}) };
  });
  const { numbers } = allocateNumbers(idsEnd, requests, fabric.earlier.row('mlag-domain'), allocations, [0]);
  return pairs.map((pair, index) => ({
    ...pair,
    id: numbers.get(keyOf(pair)) ?? 1 + (places[index]! % (idsEnd - 1)),
    serial: numbers.get(keyOf(pair)) ?? idsEnd + places[index]!,
  }));
}
