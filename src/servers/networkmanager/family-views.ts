import { parseIp } from '../../ip/index.ts';
import type { Host, HostInterface, HostRoute } from '../host.ts';

/** What an interface has of one family; the loopback has addresses alone. */
export type Addressed = Pick<HostInterface, 'addresses' | 'ipv6' | 'resolves' | 'routes'>;

const isIpv6 = (text: string): boolean => text.includes(':');

function methodOf(link: Addressed, addresses: readonly string[], ipv6: boolean): string {
  if (addresses.length > 0) return 'manual';
  return ipv6 && link.ipv6 ? 'link-local' : 'disabled';
}

/** One default route is the gateway; one with an MTU can only be a route among others. */
const isGateway = (route: HostRoute): boolean => route.isDefault && route.mtu === null;

function familyView(host: Host, link: Addressed, ipv6: boolean) {
  const addresses = link.addresses.filter((one) => isIpv6(one) === ipv6);
  const routes = link.routes.filter((route) => route.ipv6 === ipv6);
  // NetworkManager takes resolvers with addresses of their family only; without those they could not be reached.
  const resolves = link.resolves && addresses.length > 0;
  const resolvers = resolves ? host.dns.filter((one) => (parseIp(one)?.family === 6) === ipv6) : [];
  return {
    section: ipv6 ? 'ipv6' : 'ipv4',
    method: methodOf(link, addresses, ipv6),
    addresses,
    gateway: routes.find(isGateway)?.via ?? null,
    routes: routes.filter((route) => !isGateway(route)),
    resolvers: resolvers.map((one) => `${one};`).join(''),
    search: resolves && host.domain !== null ? `${host.domain};` : null,
  };
}

/** The `ipv4` and `ipv6` sections of a connection. */
export function familyViews(host: Host, link: Addressed) {
  return [familyView(host, link, false), familyView(host, link, true)];
}
