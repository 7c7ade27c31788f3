import type { PolicyStep, RouteLeak, SwitchDevice } from '../../device/device.ts';
import type { Family } from '../../ip/index.ts';

/** The route map of a leak: EOS has one for both families. */
export function leakPolicy({ policies }: RouteLeak): string {
  return policies.map(({ policy }) => policy).join('-AND-');
}

/** A route map made of the policies of both families of a leak. */
export interface JoinedPolicy {
  readonly name: string;
  readonly steps: readonly { readonly family: Family; readonly step: PolicyStep }[];
}

function join(leak: RouteLeak, device: SwitchDevice): JoinedPolicy {
  const steps = leak.policies.flatMap(({ family, policy }) => {
    const found = device.policies.policies.find(({ name }) => name === policy);
    return (found?.steps ?? []).map((step) => ({ family, step }));
  });
  return {
    name: leakPolicy(leak),
    steps: steps.map(({ family, step }, index) => ({ family, step: { ...step, sequence: (index + 1) * 10 } })),
  };
}

/** Route maps that leaks of both families need besides the policies of the model. */
export function joinedPolicies(device: SwitchDevice): JoinedPolicy[] {
  const { bgp } = device;
  if (!bgp) return [];
  const joined = new Map<string, JoinedPolicy>();
  for (const leak of [bgp, ...bgp.vrfs].flatMap(({ leaks }) => leaks)) {
    if (leak.policies.length > 1) joined.set(leakPolicy(leak), join(leak, device));
  }
  return [...joined.values()];
}
