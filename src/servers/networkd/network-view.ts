import type { Host, HostInterface } from '../host.ts';

/**
 * What booting waits for; null is networkd's default: an address, and all of the carrier. A bond that lost a member has
 * less of it, and is good enough.
 */
function required(link: HostInterface, isBond: boolean): string | null {
  if (link.optional) return 'no';
  return isBond ? 'degraded-carrier' : null;
}

/** The .network file of an interface that is no member of a bond; `header` and `routes` are text that is ready. */
export function networkView(host: Host, link: HostInterface, header: string, routes: string) {
  return {
    header,
    name: link.name,
    mac: host.nics.find((nic) => nic.link === link)?.mac ?? null,
    mtu: link.mtu,
    required: required(
      link,
      host.bonds.some((bond) => bond.link === link),
    ),
    linkLocal: link.ipv6 ? 'ipv6' : 'no',
    addresses: link.addresses,
    resolvers: link.resolves ? host.dns : [],
    search: link.resolves ? host.domain : null,
    vlans: host.vlans.filter((vlan) => vlan.parent === link.name).map((vlan) => vlan.link.name),
    routes,
  };
}
