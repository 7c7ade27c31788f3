import type { Bgp, RouteLeak } from '../device/device.ts';
import type { Family } from '../ip/index.ts';
import { type Instance, instancesOf } from './instances.ts';
import { type StepView, filterWord, plainStep } from './policy-view.ts';

/** What FRR calls the instance that is in no VRF. */
const vrfName = (name: string | null | undefined): string => name ?? 'default';

/** The leaks of an instance that take routes of a family over, with the policy of each. */
function leaksOf(leaks: readonly RouteLeak[], family: Family) {
  return leaks.flatMap(({ from, policies }) => {
    const policy = policies.find((one) => one.family === family)?.policy;
    return policy === undefined ? [] : { from: vrfName(from), policy };
  });
}

const joinedName = ({ vrf }: Instance, family: Family, direction: 'TO' | 'FROM'): string =>
  `LEAKS-${direction}-${vrfName(vrf)}-${filterWord(family).toUpperCase()}`;

/** The VRFs that an instance imports, and the one route map that FRR has for all of them. */
export function importView(instance: Instance, family: Family) {
  const leaks = leaksOf(instance.leaks, family);
  const policy = leaks.length > 1 ? joinedName(instance, family, 'TO') : (leaks[0]?.policy ?? null);
  return { importPolicy: policy, imports: leaks.map(({ from }) => from) };
}

/** Policies by which other instances take routes of a family over from one. */
function takenBy(bgp: Bgp, { vrf }: Instance, family: Family): string[] {
  const leaks = instancesOf(bgp).flatMap((other) => leaksOf(other.leaks, family));
  return [...new Set(leaks.filter(({ from }) => from === vrfName(vrf)).map(({ policy }) => policy))];
}

/**
 * The route map of the connected networks that are redistributed for other instances. FRR before 10.0 hands over no
 * route that `network` announces (its next hop counts as unreachable elsewhere: issue 17610, pull request 15238);
 * within the instance, and to its neighbours, the one of `network` stays the best.
 */
export function redistribution(bgp: Bgp, instance: Instance, family: Family): string | null {
  const policies = takenBy(bgp, instance, family);
  if (!instance.networks.some(({ base }) => base.family === family)) return null;
  return policies.length > 1 ? joinedName(instance, family, 'FROM') : (policies[0] ?? null);
}

/** Route maps of the instances that several others import: what any of their policies permits. */
export function takenPolicies(bgp: Bgp, policies: readonly { name: string; steps: readonly StepView[] }[]) {
  return instancesOf(bgp).flatMap((instance) =>
    ([4, 6] as const).flatMap((family) => {
      const names = takenBy(bgp, instance, family);
      if (names.length < 2 || redistribution(bgp, instance, family) === null) return [];
      const steps = names.flatMap((name) => policies.find((one) => one.name === name)?.steps ?? []);
      return {
        name: joinedName(instance, family, 'FROM'),
        steps: steps.map((step, index) => ({ ...step, sequence: (index + 1) * 10 })),
      };
    }),
  );
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
      return { name: joinedName(instance, family, 'TO'), steps };
    }),
  );
}
