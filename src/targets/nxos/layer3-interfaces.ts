import type { Interface, OspfInterface, SwitchDevice } from '../../device/device.ts';
import type { InterfaceAddress } from '../../ip/index.ts';

/** Layer 3 of an interface, whatever kind it is of. */
export interface Layer3 {
  readonly one: Interface;
  readonly addresses: readonly InterfaceAddress[];
  readonly linkLocal: boolean;
  readonly vrf?: string | undefined;
  readonly ospf?: OspfInterface | undefined;
  readonly ospf3?: OspfInterface | undefined;
}

/** What an interface has of layer 3; undefined where it has none. */
export function layer3Of(one: Interface): Layer3 | undefined {
  switch (one.kind) {
    case 'ethernet':
    case 'lag':
    case 'sub':
      return one.mode.type === 'routed' ? { linkLocal: false, ...one.mode, one } : undefined;
    case 'svi':
    case 'loopback':
      return { linkLocal: false, ...one, one };
  }
}

/** Every interface with layer 3. */
export function layer3Interfaces(device: SwitchDevice): Layer3[] {
  return device.interfaces.flatMap((one) => layer3Of(one) ?? []);
}

/** Another switch answers for a gateway of the interface as well. */
export function sharesGateway(one: Interface): boolean {
  return one.kind === 'svi' && one.gateways.some(({ type }) => type === 'anycast');
}
