import { failover, type HostBond, type HostInterface, type HostNic, type HostVlan } from '../host.ts';

/** What all stanzas of an interface print. */
function interfaceView(one: HostInterface) {
  // `gateway` takes no MTU, so a default route that has one is added as the others are.
  const gateways = one.routes.filter((route) => route.isDefault && route.mtu === null);
  return {
    name: one.name,
    comment: one.comment,
    mtu: one.mtu,
    method: one.addresses.length > 0 ? 'static' : 'manual',
    addresses: one.addresses,
    gateways: gateways.map((route) => route.via),
    routes: one.routes.filter((route) => !gateways.includes(route)),
    addrgen: one.ipv6 ? 'on' : 'off',
  };
}

export function nicView(nic: HostNic) {
  return { ...interfaceView(nic), member: nic.bond !== null };
}

export function bondView(bond: HostBond) {
  return {
    ...interfaceView(bond),
    mac: bond.mac,
    members: bond.members.join(' '),
    lacpRate: bond.lacpRate,
    primary: bond.primary,
    hash: bond.hash,
    miimon: bond.miimon,
    minLinks: bond.minLinks,
    failover,
  };
}

export function vlanView(vlan: HostVlan) {
  return { ...interfaceView(vlan), id: vlan.id, parent: vlan.parent };
}
