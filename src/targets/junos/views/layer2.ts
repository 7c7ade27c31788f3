import type { BridgedMode, EthernetInterface, LagInterface, SwitchDevice } from '../../../device/device.ts';
import type { Job } from '../job.ts';
import { nameOf } from '../names.ts';

/** Name of the profile of ports to servers. */
export const stormControlProfile = 'EDGE';

const everything = 100;

type Bridged = (EthernetInterface | LagInterface) & { readonly mode: BridgedMode };

function bridgedOf({ interfaces }: SwitchDevice): Bridged[] {
  return interfaces.filter(
    (one): one is Bridged => (one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'bridged',
  );
}

/** Junos has one limit for broadcast and multicast (and unknown unicast) together, in whole per cent: that of both. */
export function stormControlViews({ device }: Job) {
  if (!bridgedOf(device).some(({ mode }) => mode.edge)) return [];
  const { broadcast, multicast } = device.edge.stormControl;
  return [{ name: stormControlProfile, percentage: Math.min(everything, Math.ceil(broadcast + multicast)) }];
}

export function rstpViews({ device }: Job) {
  const hasEdge = bridgedOf(device).some(({ mode }) => mode.edge);
  return [{ priority: device.spanningTree.priority, bpduBlock: hasEdge && device.edge.bpduGuard }];
}

/** Spanning tree runs on the interfaces that are named. */
export function rstpPortViews({ device }: Job) {
  return bridgedOf(device).map((one) => ({
    name: nameOf(one).device,
    edge: one.mode.edge,
    noRootPort: one.mode.rootGuard ?? false,
  }));
}
