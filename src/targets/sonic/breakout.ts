import type { Port } from '../../device/device.ts';
import type { PanelPort } from './panel-data.ts';

/** Reads `4x25G[10G]`: four channels of 25 Gb/s, or of 10. */
function readMode(mode: string): { readonly channels: number; readonly speeds: readonly number[] } {
  const [channels = '', speeds = ''] = mode.split('x');
  return { channels: Number(channels), speeds: [...speeds.matchAll(/\d+/g)].map(Number) };
}

/** The first mode of a port that gives it the channels and the speed it is to have; undefined where there is none. */
export function modeFor({ modes }: PanelPort, port: Port): string | undefined {
  return modes.find((mode) => {
    const { channels, speeds } = readMode(mode);
    return channels === port.channels && speeds.includes(port.speed);
  });
}
