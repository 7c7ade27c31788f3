import type { BridgedMode, EdgePolicy } from '../../../device/device.ts';
import { stanza } from '../stanza.ts';
import { vlanList } from '../vlan-list.ts';

/** VLAN of untagged frames on a trunk that names none. */
const defaultNative = 1;

/** Highest VLAN outside the block that NX-OS keeps to itself. */
const highestVlan = 3967;

/** A VLAN that the port does not carry, for a trunk that would send VLAN 1 untagged and has to tag it. */
function unusedVlan(tagged: readonly number[]): number {
  let vlan = highestVlan;
  while (tagged.includes(vlan)) vlan--;
  return vlan;
}

function trunkView({ tagged, native }: BridgedMode) {
  const tagsDefault = native === undefined && tagged.includes(defaultNative);
  return {
    allowed: vlanList(native === undefined ? tagged : [native, ...tagged]),
    native: tagsDefault ? unusedVlan(tagged) : (native ?? null),
  };
}

/** Lines of a port or LAG about its VLANs. */
export function switchportLines(mode: BridgedMode): string {
  const access = mode.tagged.length === 0 ? mode.native : undefined;
  return stanza('switchport', { access: access ?? null, trunk: access === undefined ? trunkView(mode) : null });
}

const level = (percent: number): string => percent.toFixed(2);

/** Lines against storms at an edge. Members of a LAG have them too, or could not join it. */
export function stormControlLines(mode: BridgedMode, { stormControl }: EdgePolicy): string {
  if (!mode.edge) return '';
  return stanza('storm-control', {
    broadcast: level(stormControl.broadcast),
    multicast: level(stormControl.multicast),
  });
}

/** Lines of a port or LAG about the spanning tree. */
export function spanningTreeLines(mode: BridgedMode, { bpduGuard }: EdgePolicy, isPeerLink: boolean): string {
  const edge = mode.tagged.length === 0 && mode.native !== undefined ? 'edge' : 'edge trunk';
  const type = isPeerLink ? 'network' : mode.edge ? edge : null;
  return stanza('port-spanning-tree', {
    type,
    bpduGuard: mode.edge && bpduGuard,
    rootGuard: mode.rootGuard ?? false,
  });
}
