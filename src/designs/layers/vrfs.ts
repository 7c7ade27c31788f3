import type { Interface } from '../../device/device.ts';
import { formatIp } from '../../ip/index.ts';
import type { Layer } from '../design.ts';

const vrfOf = (one: Interface): string | undefined => {
  if (one.kind === 'svi') return one.vrf;
  if (one.kind === 'loopback') return undefined;
  return one.mode.type === 'routed' ? one.mode.vrf : undefined;
};

/** Declares the VRFs that a switch has an interface in. Route distinguishers are unique in the fabric (RFC 4364, 4.2). */
export const vrfs: Layer = {
  name: 'vrfs',
  apply(plan, drafts) {
    if (plan.fabric.vrfs.length === 0) return;
    for (const [name, { routerId }] of plan.switches) {
      const draft = drafts.switches.get(name);
      if (!draft) continue;
      const used = new Set(draft.interfaces.map(vrfOf));
      draft.vrfs = plan.fabric.vrfs
        .filter((vrf) => used.has(vrf.name))
        .map((vrf) => ({ name: vrf.name, routeDistinguisher: `${formatIp(routerId)}:${vrf.index + 1}` }));
    }
  },
};
