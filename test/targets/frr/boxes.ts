import type { Interface, SwitchDevice } from '../../../src/device/device.ts';
import type { Box } from '../../frr/frr-network.ts';
import { address } from '../../servers/fixtures.ts';
import { fileOf } from './files.ts';
import { linksOf } from './links.ts';

/** A switch with its interfaces all plain; those in `cabled` have their far ends in other boxes. */
export function boxOf(device: SwitchDevice, ...cabled: string[]): Box {
  const there = (line: string): boolean => cabled.some((port) => line.startsWith(`link add name ${port} `));
  const lines = linksOf(device);
  const far = new Set(lines.filter(there).map((line) => line.split(' ').at(-1)));
  return {
    name: device.name,
    conf: fileOf(device, 'frr.conf'),
    sysctl: fileOf(device, 'sysctl.conf'),
    batch: lines.filter((line) => !there(line) && !far.has(/^link set dev (far\d+)/.exec(line)?.[1])),
  };
}

/** The interface with other addresses. */
export function at<Kind extends Interface>(one: Kind, ...texts: string[]): Interface {
  const addresses = texts.map(address);
  if (one.kind === 'svi') return { ...one, addresses, gateways: [] };
  if (one.kind === 'loopback') return { ...one, addresses };
  return one.mode.type === 'routed' ? ({ ...one, mode: { ...one.mode, addresses } } as Interface) : one;
}
