import { type InterfaceAddress, type Ip, contains, networkOf, parseIp, sameIp } from '../../src/ip/index.ts';

/** `10.0.0.1/31` */
export function readAddress(text: string): InterfaceAddress {
  const [host = '', length] = text.split('/');
  return { ip: readIp(host), length: Number(length) };
}

export function readIp(text: string): Ip {
  const ip = parseIp(text);
  if (!ip) throw new Error(`not an address: ${text}`);
  return ip;
}

/** The host part of `10.0.0.1/31`. */
export const hostOf = (text: string): string => text.split('/')[0]!;

export const familyOf = (text: string): 4 | 6 => (text.includes(':') ? 6 : 4);

/** True where an address is in the subnet of an interface's address. */
export function isInSubnet(address: string, host: string): boolean {
  const { ip, length } = readAddress(address);
  const other = readIp(host);
  return ip.family === other.family && contains({ base: networkOf(ip, length), length }, other);
}

/** True where two interface addresses are two hosts of one subnet. */
export function areNeighbors(one: string, other: string): boolean {
  const [a, z] = [readAddress(one), readAddress(other)];
  return a.length === z.length && isInSubnet(one, hostOf(other)) && !sameIp(a.ip, z.ip);
}
