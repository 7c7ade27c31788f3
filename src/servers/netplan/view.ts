import { failover, type Host, type HostBond, type HostInterface, type HostNic, type HostVlan } from '../host.ts';
import { scalar } from './scalar.ts';

/** What all stanzas of an interface print; names and addresses are YAML scalars. */
function interfaceView(one: HostInterface, host: Host) {
  return {
    name: scalar(one.name),
    comment: one.comment,
    mtu: one.mtu,
    linkLocal: one.ipv6 ? '[ipv6]' : '[]',
    addresses: one.addresses.map(scalar),
    routes: one.routes.map(({ isDefault, prefix, via, mtu }) => ({
      to: isDefault ? 'default' : scalar(prefix),
      via: scalar(via),
      mtu,
    })),
    resolvers: one.resolves ? host.dns.map(scalar) : [],
    search: one.resolves && host.domain !== null ? scalar(host.domain) : null,
  };
}

/** Booting waits for what has an address; without one it would wait in vain, as for a dead member of a bond. */
const unaddressed = (one: HostInterface) => one.addresses.length === 0;

export function nicView(nic: HostNic, host: Host) {
  return { ...interfaceView(nic, host), mac: nic.mac, member: nic.bond !== null, optional: unaddressed(nic) };
}

export function bondView(bond: HostBond, host: Host) {
  return {
    ...interfaceView(bond, host),
    mac: bond.mac,
    members: bond.members.map(scalar).join(', '),
    lacpRate: bond.lacpRate,
    primary: bond.primary === null ? null : scalar(bond.primary),
    hash: bond.hash,
    miimon: bond.miimon,
    minLinks: bond.minLinks,
    failover,
    // systemd before 254 calls a bond with one dead member not online; its VLANs tell as much without that fault.
    optional: unaddressed(bond) || bond.trunk,
  };
}

export function vlanView(vlan: HostVlan, host: Host) {
  return { ...interfaceView(vlan, host), id: vlan.id, parent: scalar(vlan.parent), optional: unaddressed(vlan) };
}
