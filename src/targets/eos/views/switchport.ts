import type { BridgedMode, EdgePolicy } from '../../../device/device.ts';
import { stanza } from '../stanza.ts';
import { vlanList } from '../vlan-list.ts';

/** VLAN of untagged frames on a trunk that names none. */
const defaultNative = 1;

function trunkView({ tagged, native }: BridgedMode) {
  // A trunk would send this VLAN untagged.
  const tagNative = native === undefined && tagged.includes(defaultNative);
  return {
    allowed: vlanList(native === undefined ? tagged : [native, ...tagged]),
    native: tagNative ? 'tag' : (native ?? null),
  };
}

/** Lines of a port or LAG about its VLANs. */
export function switchportLines(mode: BridgedMode): string {
  const access = mode.tagged.length === 0 ? mode.native : undefined;
  return stanza('switchport', { access: access ?? null, trunk: access === undefined ? trunkView(mode) : null });
}

/** Lines that protect a port or LAG to a server; none on a path to another switch. */
export function edgeLines(mode: BridgedMode, policy: EdgePolicy): string {
  return mode.edge ? stanza('edge', policy) : '';
}
