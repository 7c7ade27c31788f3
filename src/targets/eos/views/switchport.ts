import type { BridgedMode, EdgePolicy, PortMode } from '../../../device/device.ts';
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

/** Lines that protect a switch port from what is behind it, a server or a switch; what members have of it, their LAG has. */
export function protectionLines(mode: PortMode, policy: EdgePolicy): string {
  if (mode.type !== 'bridged') return '';
  return (mode.edge ? stanza('edge', policy) : '') + (mode.rootGuard ? stanza('root-guard', {}) : '');
}
