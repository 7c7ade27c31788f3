import type { SwitchDevice } from '../../device/device.ts';
import { stanzas } from '../../render/templates.ts';
import type { RenderContext } from '../target.ts';
import { bgpView } from './bgp-view.ts';
import { bfdView, ospfInterfaceViews, ospfView } from './ospf-view.ts';
import { placeOf } from './place.ts';
import { policyViews } from './policy-view.ts';

const stanza = stanzas('frr');

/**
 * The integrated config of all FRR daemons, as `vtysh -b` loads it when they start.
 * The order matters: `router ospf` stands before the interfaces, because ospfd forgets
 * `max-metric router-lsa on-startup` where an interface has joined the area first (measured with 8.4.4).
 */
export function frrConf(device: SwitchDevice, context: RenderContext): string {
  const { prefixLists, communityLists, policies } = policyViews(device.policies);
  return [
    stanza('frr-header', { name: device.name, place: placeOf(device), fabric: device.system.fabric }),
    device.bfd ? stanza('bfd', bfdView(device.bfd)) : '',
    device.ospf ? stanza('ospf', ospfView(device.ospf, device.maintenance)) : '',
    ...ospfInterfaceViews(device, context).map((view) => stanza('ospf-interface', view)),
    ...prefixLists.map((view) => stanza('prefix-list', view)),
    ...communityLists.map((view) => stanza('community-list', view)),
    ...policies.map((view) => stanza('route-map', view)),
    device.bgp ? stanza('bgp', bgpView(device, device.bgp, context)) : '',
    'end\n',
  ].join('');
}
