import type { Port } from '../../device/device.ts';

/** Names of speeds over lanes of at most 25 Gb/s, whose number follows from the speed. */
const forced: Readonly<Record<number, string>> = {
  1: 'forced 1000full',
  10: 'forced 10000full',
  25: 'forced 25gfull',
  40: 'forced 40gfull',
  50: 'forced 50gfull',
  100: 'forced 100gfull',
};

/** Highest speed of a lane without PAM4, in Gb/s. */
const fastestPlainLane = 25;

/**
 * What follows `speed`; null where the port comes up rightly by itself. A whole port of 40G says its speed, because
 * EOS takes some QSFP+ transceivers for four of 10G (`transceiver qsfp default-mode 4x10G`).
 */
export function speedOf(port: Port): string | null {
  const { speed, maxSpeed, channels, lanes } = port;
  if (channels === 1 && speed === maxSpeed && !(lanes > 1 && speed === 40)) return null;
  const ownLanes = lanes / channels;
  const plain = speed <= ownLanes * fastestPlainLane ? forced[speed] : undefined;
  if (plain !== undefined) return plain;
  // 200G has no form over eight plain lanes: its transceivers use four.
  return `${speed}g-${Math.min(ownLanes, speed / (fastestPlainLane * 2))}`;
}

/** All channels of a port that is broken out: the speed of each must be set, for EOS goes by the first. */
export function channelsOf(port: Port): Port[] {
  if (port.channels === 1) return [port];
  return Array.from({ length: port.channels }, (_, index) => ({ ...port, channel: index + 1 }));
}
