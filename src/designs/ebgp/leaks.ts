import type { RouteLeak, SwitchDevice } from '../../device/device.ts';
import type { Network } from '../../fabric/fabric.ts';
import { defaultVrf } from '../../fabric/vrfs.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Draft } from '../draft.ts';
import { familiesOf, permitPrefixes } from '../route-filters.ts';

/** Routes that a table takes over from others on a leaf, as the file says. */
export function leaksInto(plan: Plan, vrf: string | undefined, draft: Draft<SwitchDevice>): RouteLeak[] {
  const bySource = new Map<string | undefined, Network[]>();
  for (const { networks, to } of plan.fabric.leaks) {
    for (const network of networks) {
      if (to !== vrf || network.vrf === vrf) continue;
      bySource.set(network.vrf, [...(bySource.get(network.vrf) ?? []), network]);
    }
  }
  return [...bySource].map(([from, networks]) => ({
    ...(from === undefined ? {} : { from }),
    policies: familiesOf(plan).flatMap((family) => {
      const pools = networks.flatMap((network) => network.pools).filter(({ prefix }) => prefix.base.family === family);
      if (pools.length === 0) return [];
      const name = `LEAK-${from ?? defaultVrf}-${vrf ?? defaultVrf}`;
      const acceptable = pools.map(({ prefix, perRack }) => ({ prefix, le: perRack }));
      return [{ family, policy: permitPrefixes(draft, family, 'import', { policy: name, list: name }, acceptable) }];
    }),
  }));
}
