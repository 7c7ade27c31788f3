import { findPlatform } from './index.ts';
import type { Platform, PortRun } from './platform.ts';
import { platforms } from './registry.gen.ts';

function portsFor({ ports }: Platform, use: PortRun['use'], speed: number | undefined): number {
  return ports
    .filter(
      (run) =>
        (run.use === use || run.use === 'any') && (speed === undefined || run.speeds.some((one) => one === speed)),
    )
    .reduce((sum, run) => sum + run.last - run.first + 1, 0);
}

/** The smallest platform with that many whole ports for a use, of the same vendor if there is one: its id and its ports. */
export function roomierPlatform(
  id: string,
  use: 'access' | 'uplink',
  needed: number,
  speed: number | undefined,
): { readonly id: string; readonly ports: number } | undefined {
  const own = findPlatform(id);
  const tier = own?.tiers[0];
  const fitting = platforms
    .filter((one) => tier === undefined || one.tiers.includes(tier))
    .map((one) => ({ id: one.id, ports: portsFor(one, use, speed), foreign: one.vendor === own?.vendor ? 0 : 1 }))
    .filter(({ ports }) => ports >= needed)
    .sort((a, b) => a.foreign - b.foreign || a.ports - b.ports);
  return fitting[0];
}
