import type { Bgp, Policies, PolicyStep, SwitchDevice } from '../../device/device.ts';

/** Community of routes that are about to go away (RFC 8326). */
const shutdownCommunity = '65535:0';
const shutdownPolicy = 'DRAINED';

function marked(step: PolicyStep): PolicyStep {
  if (step.action === 'deny' || step.addCommunities.includes(shutdownCommunity)) return step;
  return { ...step, addCommunities: [...step.addCommunities, shutdownCommunity] };
}

/** Some session is told of a default route that the switch makes up itself. */
function originatesDefault({ groups, neighbors, vrfs }: Bgp): boolean {
  const all = [...groups, ...neighbors, ...vrfs.flatMap((vrf) => vrf.neighbors)];
  return all.some(({ families }) => families.some(({ defaultOriginate }) => defaultOriginate));
}

/** Policy for such default routes, which those for announcements do not see. */
export function defaultPolicyOf({ maintenance }: SwitchDevice): string | null {
  return maintenance ? shutdownPolicy : null;
}

/** Marks all that is announced: the steps of policies that announce, or a policy of its own where a group has none. */
function drainBgp(bgp: Bgp, policies: Policies): { bgp: Bgp; policies: Policies } {
  const groups = bgp.groups.map((group) => ({
    ...group,
    families: group.families.map((one) => ({ ...one, exportPolicy: one.exportPolicy ?? shutdownPolicy })),
  }));
  const announcing = new Set(
    [...groups, ...[bgp, ...bgp.vrfs].flatMap(({ neighbors }) => neighbors)].flatMap(({ families }) =>
      families.map((one) => one.exportPolicy),
    ),
  );
  const drained = policies.policies.map((policy) =>
    announcing.has(policy.name) ? { ...policy, steps: policy.steps.map(marked) } : policy,
  );
  if (announcing.has(shutdownPolicy) || originatesDefault(bgp)) {
    const step = { sequence: 10, action: 'permit', addCommunities: [shutdownCommunity], continue: false } as const;
    drained.push({ name: shutdownPolicy, family: 4, steps: [step] });
  }
  return { bgp: { ...bgp, groups }, policies: { ...policies, policies: drained } };
}

/**
 * A switch in maintenance, with its BGP policies changed so that neighbours take its routes as a last choice. EOS'
 * own `maintenance` mode does no more for BGP, and nothing for OSPF, which `max-metric` drains.
 */
export function drain(device: SwitchDevice): SwitchDevice {
  if (!device.maintenance || !device.bgp) return device;
  return { ...device, ...drainBgp(device.bgp, device.policies) };
}
