import { failover, type Host, type HostBond, type HostInterface, type HostNic, type HostVlan } from '../host.ts';
import { scalar, sequence } from './scalar.ts';

/** Addresses, routes and resolvers of an interface; `routes` is text that is ready. */
export function layer3View(link: HostInterface, host: Host, routes: string) {
  const { dns, domain } = host;
  return {
    linkLocal: link.ipv6 ? '[ipv6]' : '[]',
    addresses: link.addresses.length === 0 ? null : sequence(link.addresses),
    routes,
    nameservers: link.resolves && (dns.length > 0 || domain !== null),
    resolvers: dns.length === 0 ? null : sequence(dns),
    search: domain === null ? null : sequence([domain]),
  };
}

/** Booting waits for what has an address; without one it would wait in vain, as for a dead member of a bond. */
const unaddressed = (link: HostInterface) => link.addresses.length === 0;

export function nicView({ link, mac }: HostNic, layer3: string) {
  return {
    name: scalar(link.name),
    comment: link.comment,
    mtu: link.mtu,
    mac,
    optional: unaddressed(link),
    layer3,
  };
}

export function bondView({ link, members, mac, lacpRate, primary, hash, miimon, minLinks }: HostBond, layer3: string) {
  return {
    name: scalar(link.name),
    comment: link.comment,
    mtu: link.mtu,
    mac,
    members: sequence(members),
    lacpRate,
    primary: primary === null ? null : scalar(primary),
    hash,
    miimon,
    minLinks,
    failover,
    // systemd before 254 calls a bond with one dead member not online; its VLANs tell as much without that fault.
    optional: unaddressed(link) || link.trunk,
    layer3,
  };
}

export function vlanView({ link, id, parent }: HostVlan, layer3: string) {
  return {
    name: scalar(link.name),
    comment: link.comment,
    mtu: link.mtu,
    id,
    parent: scalar(parent),
    optional: unaddressed(link),
    layer3,
  };
}
