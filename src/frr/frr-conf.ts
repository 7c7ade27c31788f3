import type { Policies } from '../device/device.ts';
import { stanzas } from '../render/templates.ts';
import { bgpViews } from './bgp-view.ts';
import { interfaceText } from './interface-text.ts';
import { leakPolicies, takenPolicies } from './leak-view.ts';
import { bfdView, ospf3View, ospfView } from './ospf-view.ts';
import { needsPermitAll, permitAllView } from './permit-all.ts';
import { policyViews } from './policy-view.ts';
import type { FrrOptions, Router } from './router.ts';
import { safeText } from './safe-text.ts';

const stanza = stanzas('frr-daemons');

function policyText(router: Router, policies: Policies): string {
  const views = policyViews(policies);
  const routeMaps = [
    ...views.policies,
    ...(router.bgp ? [...leakPolicies(router.bgp), ...takenPolicies(router.bgp, views.policies)] : []),
    ...(router.bgp && needsPermitAll(router.bgp) ? [permitAllView] : []),
  ];
  return [
    ...views.prefixLists.map((view) => stanza('prefix-list', view)),
    ...views.communityLists.map((view) => stanza('community-list', view)),
    ...routeMaps.map((view) => stanza('route-map', view)),
  ].join('');
}

/**
 * The integrated config of all FRR daemons (zebra, bgpd, ospfd, ospf6d, bfdd), as `vtysh -b` loads it when they start:
 * for every system that FRR runs on. It says what the daemons do, and of interfaces only what they ask of them:
 * addresses, VLANs, VRFs, LAGs and MTUs are the kernel's, to be set by whoever calls. The syntax is that of FRR 8.4,
 * which later releases take.
 *
 * The order matters: `router ospf` stands before the interfaces, because ospfd forgets
 * `max-metric router-lsa on-startup` where an interface has joined the area first (measured with 8.4.4). `router ospf6`
 * stands behind them, because frr-reload keeps the order of the file and leaves no section by `exit`: within that one,
 * `interface swp1` is an incomplete command.
 *
 * Throws an ExpectedError for a secret that FRR cannot take; an Error for what no FRR can do: the caller's target must
 * not claim it.
 */
export function frrConf(router: Router, options: FrrOptions): string {
  const { maintenance = false } = router;
  return [
    stanza('header', { name: router.name, version: options.version, comments: options.comments.map(safeText) }),
    router.bfd ? stanza('bfd', bfdView(router.bfd)) : '',
    router.ospf ? stanza('ospf', ospfView(router.ospf, maintenance)) : '',
    ...router.interfaces.map((one) => interfaceText(router, one, options)),
    router.ospf3 ? stanza('ospf6', ospf3View(router.ospf3, maintenance)) : '',
    policyText(router, router.policies),
    ...(router.bgp ? bgpViews(router, router.bgp, options) : []).map((view) => stanza('bgp', view)),
    options.extra.length > 0 ? stanza('extra', { lines: options.extra }) : '',
    'end\n',
  ].join('');
}
