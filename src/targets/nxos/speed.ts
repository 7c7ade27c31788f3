import type { Port } from '../../device/device.ts';

const megabits = 1000;

/** Megabits per second, as `speed` wants them; null where the port comes up rightly by itself, as channels do. */
export function speedOf({ speed, maxSpeed, channels }: Port): number | null {
  return channels > 1 || speed === maxSpeed ? null : speed * megabits;
}

/** How a port is divided, as `interface breakout` wants it. */
export const breakoutOf = ({ speed, channels }: Port): string => `${speed}g-${channels}x`;
