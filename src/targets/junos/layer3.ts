import type { Interface, RoutedMode } from '../../device/device.ts';
import type { Family } from '../../ip/index.ts';

/** Layer 3 of an interface; nothing where it has none. */
export function layer3Of(one: Interface): Partial<RoutedMode> {
  if (one.kind === 'svi' || one.kind === 'loopback') return one;
  return one.mode.type === 'routed' ? one.mode : {};
}

/** How Junos calls an address family. */
export const familyName: Readonly<Record<Family, 'inet' | 'inet6'>> = { 4: 'inet', 6: 'inet6' };

export const families: readonly Family[] = [4, 6];
