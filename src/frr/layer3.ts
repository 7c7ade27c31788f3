import type { Interface, OspfInterface, RoutedMode } from '../device/device.ts';
import type { InterfaceAddress } from '../ip/index.ts';

/** What an interface of any kind has of layer 3. */
export interface Layer3 {
  readonly addresses: readonly InterfaceAddress[];
  readonly linkLocal?: boolean;
  readonly ospf?: OspfInterface;
  readonly ospf3?: OspfInterface;
  readonly vrf?: string;
}

const nothing: Layer3 = { addresses: [] };

/** Layer 3 of an interface; without addresses and protocols where it is switched. */
export function layer3Of(one: Interface): Layer3 {
  if (one.kind === 'svi' || one.kind === 'loopback') return one;
  const mode: RoutedMode | undefined = one.mode.type === 'routed' ? one.mode : undefined;
  return mode ?? nothing;
}
