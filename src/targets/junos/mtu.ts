import type { EthernetInterface, LagInterface } from '../../device/device.ts';

/** Largest MTU of a port of QFX5120 and QFX5200, which counts the Ethernet header and a tag, but no checksum. */
const largestMtu = 9216;

/** Octets of an Ethernet header, and of one with a tag (IEEE 802.1Q). */
export const untaggedHeader = 14;
const taggedHeader = 18;

/** Largest IP MTU, so that a tagged frame of it fits as well. */
export const maximumMtu = largestMtu - taggedHeader;

/** MTU of a port: of what it carries, with its header. */
export function portMtu(one: EthernetInterface | LagInterface): number {
  const header = one.mode.type === 'bridged' ? taggedHeader : untaggedHeader;
  return one.mtu + header;
}
