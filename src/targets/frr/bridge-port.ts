import type { BridgedMode, Interface, SwitchDevice } from '../../device/device.ts';
import { interfaceName } from './names.ts';

/**
 * VLANs of a port of the bridge. Every port says which: what is left out would be VLAN 1, untagged.
 * `access`: one VLAN and no other; else `tagged` ones and perhaps a `native` one.
 */
export function bridgePortView({ tagged, native }: BridgedMode) {
  const access = tagged.length === 0 && native !== undefined;
  return {
    access: access ? native : null,
    tagged: tagged.join(' '),
    native: access ? null : (native ?? null),
  };
}

/** The VLANs of a port or LAG that is in the bridge. */
function bridgedMode(one: Interface): BridgedMode | undefined {
  return (one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'bridged' ? one.mode : undefined;
}

/** Bridge priority that Linux has by itself. */
const usualPriority = 32_768;

/** The bridge, where any port is switched, or a VLAN has an interface. */
export function bridgeView(device: SwitchDevice) {
  const ports = device.interfaces.filter((one) => bridgedMode(one));
  if (ports.length === 0 && !device.interfaces.some(({ kind }) => kind === 'svi')) return undefined;
  const { priority } = device.spanningTree;
  return {
    ports: ports.map(interfaceName).join(' '),
    priority: priority === usualPriority ? null : priority,
    guarded: device.edge.bpduGuard ? ports.filter((one) => bridgedMode(one)?.edge).map(interfaceName) : [],
    rootGuarded: ports.filter((one) => bridgedMode(one)?.rootGuard).map(interfaceName),
  };
}
