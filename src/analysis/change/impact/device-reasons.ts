import type { Comparison } from './comparison.ts';
import type { ResetReason } from './impact.ts';

/** Reasons for which every session of a device resets, by device. */
export function deviceReasons({ devices, addresses }: Comparison): ReadonlyMap<string, ResetReason> {
  const reasons = new Map<string, ResetReason>();
  for (const { key, before, after } of addresses.changed) {
    // The router id of OSPF and BGP is the IPv4 loopback: both processes start anew with another one.
    const same = before.address.split('/')[0] === after.address.split('/')[0];
    if (key === `loopback/${after.device}` && !same) reasons.set(after.device, 'loopback-changed');
  }
  for (const { name } of devices.replaced) reasons.set(name, 'switch-replaced');
  for (const { name } of devices.removed) reasons.set(name, 'device-removed');
  return reasons;
}
