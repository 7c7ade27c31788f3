import type { CableEnd } from '../network/cables.ts';
import type { Direction, Scenario } from './scenario.ts';

/** A cable, by its two ends. */
export type Cable = readonly [CableEnd, CableEnd];

/** Both ends of a cable, as `Failures` has them. */
export function keysOf(cable: Cable): ReadonlySet<string> {
  return new Set(cable.map(({ device, port }) => `${device} ${port}`));
}

/** `r1-leaf1 swp5 - spine1 swp1` */
export function cableName([a, z]: Cable): string {
  return `${a.device} ${a.link} - ${z.device} ${z.link}`;
}

/** Both directions of a cable. */
export function directionsOf([a, z]: Cable): readonly [Direction, Direction] {
  return [
    { from: a, to: z },
    { from: z, to: a },
  ];
}

/** A port that is shut, which is a loss of carrier at the other end: once for each end. */
export function shutScenarios(kind: 'link' | 'nic' | 'upstream', cable: Cable): Scenario[] {
  return cable.map((end) => ({
    kind,
    name: `${kind} ${cableName(cable)}: down at ${end.device}`,
    act: { type: 'shut', ends: [end] },
    failures: { cables: keysOf(cable) },
    devices: cable.map(({ device }) => device),
  }));
}

/** A cable that loses packets and keeps its carrier: both ways, and each way. */
export function silentScenarios(cable: Cable): Scenario[] {
  const directions = directionsOf(cable);
  const silent = (how: string, lost: readonly Direction[]): Scenario => ({
    kind: 'silent',
    name: `link ${cableName(cable)}: silent ${how}`,
    act: { type: 'silence', directions: lost },
    failures: { silent: keysOf(cable) },
    devices: cable.map(({ device }) => device),
  });
  return [
    silent('both ways', directions),
    ...directions.map((one) => silent(`from ${one.from.device} to ${one.to.device}`, [one])),
  ];
}
