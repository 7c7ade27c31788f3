import type { Gateway, OspfInterface, RouterAdvertisements } from '../../../device/device.ts';
import { type InterfaceAddress, formatInterfaceAddress, formatPrefix } from '../../../ip/index.ts';

/** Seconds for which hosts may use an EOS switch as router, and between two of its advertisements. */
const usualLifetime = 1800;
const usualInterval = 200;
const shortestInterval = 4;

/** Seconds between the advertisements by which a neighbour without addresses is found. */
const neighborInterval = 10;

/** What an interface has of IPv6. */
export interface Ipv6Interface {
  readonly addresses: readonly InterfaceAddress[];
  readonly gateways?: readonly Gateway[];
  readonly linkLocal?: boolean;
  readonly ospf3?: OspfInterface | undefined;
  /** Absent: it sends none, but those of `linkLocal`. */
  readonly routerAdvertisements?: RouterAdvertisements;
  /** Nobody could hear router advertisements of it. */
  readonly loopback?: boolean;
}

const isIpv6 = ({ ip }: InterfaceAddress | Gateway): boolean => ip.family === 6;

/** The interface has IPv6, be it without an address that is said. */
export function hasIpv6(one: Ipv6Interface): boolean {
  return [...one.addresses, ...(one.gateways ?? [])].some(isIpv6) || Boolean(one.linkLocal) || one.ospf3 !== undefined;
}

function advertisementView({ lifetime, prefixes }: RouterAdvertisements) {
  // A third of the lifetime, as RFC 4861 has it: one that is lost does no harm.
  const third = Math.floor(lifetime / 3);
  return {
    silent: false,
    interval: lifetime > 0 && third < usualInterval ? Math.max(shortestInterval, third) : null,
    lifetime: lifetime === usualLifetime ? null : lifetime,
    prefixes: prefixes.map(({ prefix, autonomous }) => ({ prefix: formatPrefix(prefix), autonomous })),
  };
}

/** Lines about IPv6. EOS sends router advertisements wherever it has IPv6, so that it is told where not to. */
export function ipv6View(one: Ipv6Interface) {
  const own = one.addresses.filter(isIpv6);
  const common = { enable: hasIpv6(one) && own.length === 0, addresses: own.map(formatInterfaceAddress) };
  if (one.routerAdvertisements) return { ...common, ...advertisementView(one.routerAdvertisements) };
  const neighbor = Boolean(one.linkLocal);
  return {
    ...common,
    // With an address as well, IPv6 is there already; to say it shows what the link is for.
    enable: common.enable || neighbor,
    silent: hasIpv6(one) && !neighbor && !one.loopback,
    interval: neighbor ? neighborInterval : null,
    lifetime: null,
    prefixes: [],
  };
}
