import type { Bgp, BgpGroup } from '../device/device.ts';
import type { Family } from '../ip/index.ts';
import { instancesOf } from './instances.ts';
import { plainStep } from './policy-view.ts';

/*
 * FRR neither takes nor gives routes over eBGP where no policy says so (RFC 8212). In the model, a family without a
 * policy permits everything; that is said by a route map, and not by `no bgp ebgp-requires-policy`: the rule then still
 * guards the sessions that somebody adds by hand.
 */
const permitAll = 'PERMIT-ALL';

export const permitAllView = { name: permitAll, steps: [plainStep] };

/** Name of the group's policy for a family and direction: its own, or one that permits everything where eBGP wants one. */
export function policyOf(
  bgp: Bgp,
  group: BgpGroup,
  family: Family,
  key: 'importPolicy' | 'exportPolicy',
): string | null {
  const own = group.families.find((one) => one.family === family);
  if (!own) return null;
  if (own[key] !== undefined || group.type === 'internal') return own[key] ?? null;
  const bare = instancesOf(bgp).some(({ neighbors }) =>
    neighbors.some(
      (neighbor) =>
        neighbor.group === group.name && neighbor.families.find((one) => one.family === family)?.[key] === undefined,
    ),
  );
  return bare ? permitAll : null;
}

/** True where some session has no policy of its own. */
export function needsPermitAll(bgp: Bgp): boolean {
  return bgp.groups.some((group) =>
    group.families.some(({ family }) =>
      (['importPolicy', 'exportPolicy'] as const).some((key) => policyOf(bgp, group, family, key) === permitAll),
    ),
  );
}
