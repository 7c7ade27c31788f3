import type { Interface, SwitchDevice } from '../../device/device.ts';
import { layer3Of } from '../../frr/layer3.ts';
import { interfaceName } from './names.ts';

/** True for a routed link that does not end at a server, and for a VLAN between switches. */
function leadsOn(one: Interface): boolean {
  const { ospf, ospf3 } = layer3Of(one);
  if (ospf?.passive === false || ospf3?.passive === false) return true;
  return one.kind === 'ethernet' && one.mode.type === 'routed' && one.peer?.kind !== 'server';
}

/** Names of the links over which the fabric and what is beyond it are reached. */
export function fabricInterfaces(device: SwitchDevice): string[] {
  return device.interfaces.filter(leadsOn).map(interfaceName);
}
