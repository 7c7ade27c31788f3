import { Address4, Address6 } from 'ip-address';

export type Family = 4 | 6;

/** An IPv4 or IPv6 address as a number. */
export interface Ip {
  readonly family: Family;
  readonly value: bigint;
}

/** Bits in an address of the family. */
export function bitsOf(family: Family): 32 | 128 {
  return family === 4 ? 32 : 128;
}

/** Reads an address without a prefix length; undefined when it is none. */
export function parseIp(text: string): Ip | undefined {
  if (text.includes('/') || text.includes('%')) return undefined;
  if (text.includes(':')) {
    return Address6.isValid(text) ? { family: 6, value: new Address6(text).bigInt() } : undefined;
  }
  return Address4.isValid(text) ? { family: 4, value: new Address4(text).bigInt() } : undefined;
}

/** Text of an address: dotted quad, or RFC 5952 for IPv6. */
export function formatIp(ip: Ip): string {
  if (ip.family === 6) return Address6.fromBigInt(ip.value).correctForm();
  // A fabric prints millions of these: four shifts instead of an object each.
  const value = Number(ip.value);
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

/** The address `offset` further on. */
export function addToIp(ip: Ip, offset: bigint | number): Ip {
  return { family: ip.family, value: ip.value + BigInt(offset) };
}

/** Order by family, then by number. */
export function compareIp(a: Ip, b: Ip): number {
  return a.family - b.family || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
}

/** True for the same address of the same family. */
export function sameIp(a: Ip, b: Ip): boolean {
  return a.family === b.family && a.value === b.value;
}
