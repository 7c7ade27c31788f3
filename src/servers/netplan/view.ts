import {
  failover,
  type Host,
  type HostBond,
  type HostInterface,
  type HostLoopback,
  type HostNic,
  type HostVlan,
} from '../host.ts';
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

export function nicView({ link, mac }: HostNic, layer3: string) {
  return {
    name: scalar(link.name),
    comment: link.comment,
    mtu: link.mtu,
    mac,
    optional: link.optional,
    layer3,
  };
}

export function bondView(
  { link, members, mac, mode, lacpRate, primary, hash, miimon, minLinks }: HostBond,
  layer3: string,
) {
  return {
    name: scalar(link.name),
    comment: link.comment,
    mtu: link.mtu,
    mac,
    members: sequence(members),
    mode,
    lacpRate,
    primary: primary === null ? null : scalar(primary),
    hash,
    miimon,
    minLinks,
    failover,
    // systemd before 254 calls a bond with one dead member not online; its VLANs tell as much without that fault.
    optional: link.optional || link.trunk,
    layer3,
  };
}

export function loopbackView({ comment, addresses }: HostLoopback) {
  return { comment, addresses: sequence(addresses) };
}

export function vlanView({ link, id, parent }: HostVlan, layer3: string) {
  return {
    name: scalar(link.name),
    comment: link.comment,
    mtu: link.mtu,
    id,
    parent: scalar(parent),
    optional: link.optional,
    layer3,
  };
}
