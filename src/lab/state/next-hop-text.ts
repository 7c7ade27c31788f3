/**
 * A next hop as a comparison has it. Link-local gateways are in no plan, so the interface alone counts; so it does for
 * IPv6, where a route may lead to either address of a neighbour, and for 169.254.0.1, by which FRR 8.4 gives the kernel
 * IPv4 routes over IPv6 next hops.
 */
export function nextHopText(name: string, via: string | undefined): string {
  return via === undefined || via === '' || via.includes(':') || via === '169.254.0.1' ? name : `${name} via ${via}`;
}
