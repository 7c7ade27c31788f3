import type { SwitchDevice } from '../../device/device.ts';
import { safeText } from '../../frr/safe-text.ts';

/** What a switch is and where it stands, for comments: `leaf, rack z1r1, zone 1, unit 42`. */
export function placeOf({ role, location }: SwitchDevice): string {
  const { rack, zone, pod, unit } = location;
  const parts = [
    role,
    pod === undefined ? '' : `pod ${pod}`,
    rack === undefined ? '' : `rack ${rack}`,
    zone === undefined ? '' : `zone ${zone}`,
    unit === undefined ? '' : `unit ${unit}`,
  ];
  return safeText(parts.filter((part) => part).join(', '));
}
