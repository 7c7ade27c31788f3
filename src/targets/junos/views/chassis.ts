import type { Port } from '../../../device/device.ts';
import type { Job } from '../job.ts';

/** `ae` interfaces exist up to a number, from 0. */
export function aggregatedDevicesViews({ lags }: Job) {
  const highest = Math.max(-1, ...lags.keys());
  return highest < 0 ? [] : [{ count: highest + 1 }];
}

/** Ports that take their speed from the first of their four (QFX5120-48Y). */
const quad = 4;

interface PanelSpeed {
  readonly panel: number;
  readonly speed: number;
}

/** Speeds by panel port, ascending, each once. */
function byPanel(speeds: readonly PanelSpeed[]): PanelSpeed[] {
  const found = new Map(speeds.map((one) => [one.panel, one]));
  return [...found.values()].sort((a, b) => a.panel - b.panel);
}

/**
 * Speeds that are set in the chassis: of a broken-out port for its channels, and of ports in groups for each group that
 * is used. A whole port of its own goes by its transceiver.
 */
export function portSpeedViews({ device }: Job) {
  const ports = device.interfaces.flatMap((one): Port[] => (one.kind === 'ethernet' ? [one.port] : []));
  const quads = byPanel(
    ports.flatMap(({ panel, speed, speedGroup }) =>
      speedGroup === undefined ? [] : [{ panel: panel - (panel % quad), speed }],
    ),
  );
  const channelized = byPanel(
    ports.flatMap(({ panel, speed, channels }) => (channels === 1 ? [] : [{ panel, speed }])),
  );
  return quads.length + channelized.length === 0 ? [] : [{ quads, channelized }];
}

/** Numbers of equal next hops that can be set; the first is what Junos has without. */
const ecmpWidths = [16, 32, 64, 128];

/** Next hops of a route, for all protocols at once: the next number that can be set. */
export function maximumEcmpViews({ device }: Job) {
  const { ospf, ospf3, bgp } = device;
  const asked = Math.max(...[ospf, ospf3, bgp].map((one) => one?.maximumPaths ?? 0));
  const nextHops = ecmpWidths.find((width) => width >= asked) ?? Math.max(...ecmpWidths);
  return nextHops === ecmpWidths[0] ? [] : [{ nextHops }];
}
