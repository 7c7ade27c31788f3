import { Netmask } from 'netmask';
import { type Family, type Ip, addToIp, bitsOf, formatIp, parseIp } from './address.ts';

/** A block of addresses: `base` has no bit set beyond `length`. */
export interface Prefix {
  readonly base: Ip;
  readonly length: number;
}

/** An interface's address together with the length of its subnet. */
export interface InterfaceAddress {
  readonly ip: Ip;
  readonly length: number;
}

export type PrefixFault = 'syntax' | 'host-bits';

/** Reads `10.0.0.0/8`; tells apart text that is no prefix and a prefix with host bits set. */
export function parsePrefix(text: string): Prefix | { readonly fault: PrefixFault; readonly network?: string } {
  const [address, lengthText, ...rest] = text.split('/');
  const ip = parseIp(address ?? '');
  if (!ip || rest.length > 0 || !/^\d{1,3}$/.test(lengthText ?? '')) return { fault: 'syntax' };
  const length = Number(lengthText);
  if (length > bitsOf(ip.family)) return { fault: 'syntax' };
  const base = firstOf(text, ip, length);
  if (base.value !== ip.value) return { fault: 'host-bits', network: formatPrefix({ base, length }) };
  return { base, length };
}

/** First address of the block that a prefix of the user's stands for. */
function firstOf(text: string, ip: Ip, length: number): Ip {
  return ip.family === 4 ? (parseIp(new Netmask(text).base) ?? ip) : networkOf(ip, length);
}

/** First address of the block of `length` bits that holds `ip`. */
export function networkOf(ip: Ip, length: number): Ip {
  const hostBits = BigInt(bitsOf(ip.family) - length);
  return { family: ip.family, value: (ip.value >> hostBits) << hostBits };
}

/** `10.0.0.0/8` */
export function formatPrefix(prefix: Prefix): string {
  return `${formatIp(prefix.base)}/${prefix.length}`;
}

/** `10.0.0.1/8` */
export function formatInterfaceAddress(address: InterfaceAddress): string {
  return `${formatIp(address.ip)}/${address.length}`;
}

/** Number of addresses in the block. */
export function sizeOf(prefix: Prefix): bigint {
  return 1n << BigInt(bitsOf(prefix.base.family) - prefix.length);
}

/** Last address of the block (the broadcast address of an IPv4 subnet). */
export function lastOf(prefix: Prefix): Ip {
  return addToIp(prefix.base, sizeOf(prefix) - 1n);
}

/** True when `ip` lies in `prefix`. */
export function contains(prefix: Prefix, ip: Ip): boolean {
  return ip.family === prefix.base.family && networkOf(ip, prefix.length).value === prefix.base.value;
}

/** True when two blocks share an address. */
export function overlaps(a: Prefix, b: Prefix): boolean {
  return a.length <= b.length ? contains(a, b.base) : contains(b, a.base);
}

/** How many blocks of `length` bits the prefix holds. */
export function subnetCount(prefix: Prefix, length: number): number {
  return length < prefix.length ? 0 : Number(1n << BigInt(Math.min(length - prefix.length, 52)));
}

/** Block number `index` (from 0) of `length` bits inside the prefix. */
export function subnetAt(prefix: Prefix, length: number, index: number): Prefix {
  const step = 1n << BigInt(bitsOf(prefix.base.family) - length);
  return { base: addToIp(prefix.base, step * BigInt(index)), length };
}

/** The prefix of every address of a family: that of its default route. */
export function everything(family: Family): Prefix {
  return { base: { family, value: 0n }, length: 0 };
}
