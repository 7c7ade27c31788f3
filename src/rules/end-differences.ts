import type { InterfaceAddress } from '../ip/index.ts';
import { contains, networkOf, sameIp } from '../ip/index.ts';
import type { LagInterface, LagProtocol, OspfInterface, RoutedMode } from '../device/device.ts';

/** A way in which two ends of a cable differ, in words; nothing where they do not. */
export const differs = (what: string, one: unknown, other: unknown): string[] =>
  one === other ? [] : [`${what} (${String(one ?? 'none')} and ${String(other ?? 'none')})`];

/** What differs, without how: alike for all cables of a bundle. */
export const subjectOf = (difference: string): string => difference.replace(/ \(.*$/, '');

/** `1 2 3`, ascending. */
export const numbersOf = (numbers: readonly number[]): string => numbers.toSorted((a, b) => a - b).join(' ') || 'none';

function protocolOf(protocol: LagProtocol | undefined): string | undefined {
  return protocol?.type === 'lacp' ? `LACP ${protocol.rate}` : protocol?.type;
}

const isActive = (lag: LagInterface | undefined): boolean => lag?.protocol.type === 'lacp' && lag.protocol.active;

/** Two ends of a bundle: protocol and rate, and that one of them begins. */
export function lagDifferences(one: LagInterface | undefined, other: LagInterface | undefined): string[] {
  const isSilent = one?.protocol.type === 'lacp' && !isActive(one) && !isActive(other);
  return [
    ...differs('how the ports are bundled', protocolOf(one?.protocol), protocolOf(other?.protocol)),
    ...(isSilent ? ['LACP (passive at both ends)'] : []),
  ];
}

/** Speeds of a bundle's members, where they are not one. */
export function mixedSpeeds({ members }: LagInterface): string[] {
  const speeds = [...new Set(members.map(({ speed }) => speed))].toSorted((a, b) => a - b);
  return speeds.length < 2 ? [] : [`the speeds of a bundle's cables (${speeds.map((one) => `${one}G`).join(' and ')})`];
}

function ospfDifferences(word: string, one: OspfInterface | undefined, other: OspfInterface | undefined): string[] {
  if (!one || !other) return differs(word, one && 'on', other && 'on');
  return [
    ...differs(`the ${word} area`, one.area, other.area),
    ...differs(`the ${word} network type`, one.pointToPoint, other.pointToPoint),
    ...differs(`the ${word} hello interval`, one.helloInterval, other.helloInterval),
    ...differs(`the ${word} dead interval`, one.deadInterval, other.deadInterval),
    ...differs(`${word} being passive`, one.passive, other.passive),
    ...differs(`BFD of ${word}`, one.bfd, other.bfd),
    ...differs(`the ${word} key's algorithm`, one.authentication?.algorithm, other.authentication?.algorithm),
    ...differs(`the ${word} key's number`, one.authentication?.keyId, other.authentication?.keyId),
    ...differs(`the ${word} key`, one.authentication?.key.name, other.authentication?.key.name),
  ];
}

/** True where an address is another host of the subnet that one of the others is in. */
function hasNeighbor({ ip, length }: InterfaceAddress, others: readonly InterfaceAddress[]): boolean {
  return others.some(
    (other) =>
      other.ip.family === ip.family &&
      other.length === length &&
      contains({ base: networkOf(ip, length), length }, other.ip) &&
      !sameIp(ip, other.ip),
  );
}

/** Two routed ends: addresses, OSPF, VRF. */
export function routedDifferences(one: RoutedMode, other: RoutedMode): string[] {
  const isLonely =
    one.addresses.some((own) => !hasNeighbor(own, other.addresses)) ||
    other.addresses.some((own) => !hasNeighbor(own, one.addresses));
  return [
    ...(isLonely ? ['their subnets'] : []),
    ...differs('link-local addressing', one.linkLocal ?? false, other.linkLocal ?? false),
    ...differs('the VRF', one.vrf, other.vrf),
    ...ospfDifferences('OSPF', one.ospf, other.ospf),
    ...ospfDifferences('OSPFv3', one.ospf3, other.ospf3),
  ];
}
