import type { Host, HostInterface, HostRoute } from '../host.ts';

/** An IPv4 address as the scripts want it, in two. */
interface Ipv4 {
  readonly ip: string;
  readonly length: string;
}

const isIpv6 = (text: string): boolean => text.includes(':');

/** Addresses by family. IPv6 has a first one and others. */
export function splitAddresses(addresses: readonly string[]): {
  ipv4: Ipv4[];
  ipv6: string | null;
  secondaries: string | null;
} {
  const [ipv6, ...others] = addresses.filter(isIpv6);
  return {
    ipv4: addresses
      .filter((one) => !isIpv6(one))
      .map((one) => {
        const [ip = '', length = ''] = one.split('/');
        return { ip, length };
      }),
    ipv6: ipv6 ?? null,
    secondaries: others.length === 0 ? null : others.join(' '),
  };
}

/** The default route of IPv4 is the gateway; one with an MTU, and those of IPv6, stand with the other routes. */
const isGateway = (route: HostRoute): boolean => route.isDefault && route.mtu === null && !route.ipv6;

/** Resolvers that libc asks, and the scripts know: no more than three. */
const mostResolvers = 3;

/** Whether the resolvers of the host stand with an interface: for those of the loopback, which has no place for any, the first NIC. */
function resolvesHere(host: Host, link: HostInterface): boolean {
  return host.loopback ? host.nics[0]?.link === link : link.resolves;
}

/** What an interface that is no member of a bond has of layer 3; IPv4 addresses are numbered from the second on. */
export function layer3View(host: Host, link: HostInterface) {
  const { ipv4, ipv6, secondaries } = splitAddresses(link.addresses);
  const resolves = resolvesHere(host, link);
  return {
    ipv4: ipv4.map((one, index) => ({ ...one, suffix: index === 0 ? '' : String(index) })),
    ipv6,
    secondaries,
    gateway: link.routes.find(isGateway)?.via ?? null,
    resolvers: resolves ? host.dns.slice(0, mostResolvers) : [],
    search: resolves ? host.domain : null,
  };
}

/** The routes of a family that stand in a file of their own. */
export function otherRoutes(link: HostInterface, ipv6: boolean): HostRoute[] {
  return link.routes.filter((route) => route.ipv6 === ipv6 && !isGateway(route));
}
