import type { Bgp, RouteLeak } from '../device/device.ts';
import type { Family } from '../ip/index.ts';
import { type Instance, instancesOf } from './instances.ts';
import { filterWord, plainStep } from './policy-view.ts';

/** What FRR calls the instance that is in no VRF. */
const vrfName = (name: string | null | undefined): string => name ?? 'default';

/** The leaks of an instance that take routes of a family over, with the policy of each. */
function leaksOf(leaks: readonly RouteLeak[], family: Family) {
  return leaks.flatMap(({ from, policies }) => {
    const policy = policies.find((one) => one.family === family)?.policy;
    return policy === undefined ? [] : { from: vrfName(from), policy };
  });
}

const joinedName = ({ vrf }: Instance, family: Family): string =>
  `LEAKS-TO-${vrfName(vrf)}-${filterWord(family).toUpperCase()}`;

/** The VRFs that an instance imports, and the one route map that FRR has for all of them. */
export function importView(instance: Instance, family: Family) {
  const leaks = leaksOf(instance.leaks, family);
  const policy = leaks.length > 1 ? joinedName(instance, family) : (leaks[0]?.policy ?? null);
  return { importPolicy: policy, imports: leaks.map(({ from }) => from) };
}

/** Route maps of the instances that import more than one VRF: each VRF's routes go by the policy of that VRF. */
export function leakPolicies(bgp: Bgp) {
  return instancesOf(bgp).flatMap((instance) =>
    ([4, 6] as const).flatMap((family) => {
      const leaks = leaksOf(instance.leaks, family);
      if (leaks.length < 2) return [];
      const steps = leaks.map(({ from, policy }, index) => ({
        ...plainStep,
        sequence: (index + 1) * 10,
        sourceVrf: from,
        call: policy,
      }));
      return { name: joinedName(instance, family), steps };
    }),
  );
}
