import type { Interface } from '../device/device.ts';
import { formatPrefix } from '../ip/index.ts';
import { layer3Of } from './layer3.ts';

/** Seconds between router advertisements that FRR has as its default, and at which a neighbour without addresses is found. */
const usualInterval = 600;
const neighborInterval = 10;

/** A third of the lifetime, as RFC 4861 has it, so that one lost advertisement does no harm; FRR refuses more than it. */
function intervalFor(lifetime: number): number | null {
  const interval = Math.max(1, Math.floor(lifetime / 3));
  return lifetime === 0 || interval >= usualInterval ? null : interval;
}

/** Router advertisements of an interface: to hosts, or to the neighbour at the other end of a link without addresses. */
export function advertisementView(one: Interface) {
  if (one.kind === 'svi' && one.routerAdvertisements) {
    const { lifetime, prefixes } = one.routerAdvertisements;
    return {
      interval: intervalFor(lifetime),
      lifetime,
      prefixes: prefixes.map(({ prefix, autonomous }) => ({ prefix: formatPrefix(prefix), autonomous })),
    };
  }
  return layer3Of(one).linkLocal ? { interval: neighborInterval, lifetime: null, prefixes: [] } : undefined;
}
