import { readFileSync } from 'node:fs';
import { type Stanza, readStanzas, valueOf } from './linux-intent.ts';
import { inside, linksOf, sh } from './namespaces.ts';

/** A server with an active-backup bond, whose active NIC the lab chooses. */
export interface BondedServer {
  readonly name: string;
  /** Makes one of its NICs the active one, and announces the server there, as the bond does. */
  activate(index: number): void;
}

/** As a bond, it keeps one MAC address whichever NIC is active; it is none of the NICs', which would take its packets. */
function macOf(vlan: Stanza): string {
  const octets = valueOf(vlan, 'address')?.split('/')[0]?.split('.') ?? [];
  return ['02', '00', ...octets.map((octet) => Number(octet).toString(16).padStart(2, '0'))].join(':');
}

/**
 * Applies a server's generated ifupdown2 file. This kernel has no bonds: in each VLAN a bridge takes the place of the
 * bond. Only the active NIC is in it, so the other one has link and drops what it gets, as a backup does.
 */
export function applyBondedServer(name: string, file: string): BondedServer {
  const stanzas = readStanzas(readFileSync(file, 'utf8'));
  const bond = stanzas.find((one) => one.attributes.has('bond-slaves'));
  if (!bond || valueOf(bond, 'bond-mode') !== 'active-backup') throw new Error(`${name} has no active-backup bond`);
  const nics = valueOf(bond, 'bond-slaves')?.split(' ') ?? [];
  const vlans = stanzas.filter((one) => valueOf(one, 'vlan-raw-device') === bond.name);
  const ip = (...args: string[]): string => sh('ip', '-n', name, ...args);
  for (const link of linksOf(name)) ip('link', 'set', 'dev', link, 'mtu', valueOf(bond, 'mtu') ?? '1500', 'up');
  // Otherwise a NIC that has no address would answer for those of the others.
  inside(name, 'sysctl', '-q', '-w', 'net.ipv4.conf.all.arp_ignore=1');
  for (const vlan of vlans) {
    ip('link', 'add', 'name', vlan.name, 'address', macOf(vlan), 'type', 'bridge');
    ip('link', 'set', 'dev', vlan.name, 'mtu', valueOf(vlan, 'mtu') ?? '1500', 'up');
    inside(name, 'sysctl', '-q', '-w', `net.ipv4.conf.${vlan.name}.arp_notify=1`);
    for (const address of vlan.attributes.get('address') ?? []) ip('address', 'add', address, 'dev', vlan.name);
    const gateway = valueOf(vlan, 'gateway');
    if (gateway !== undefined) ip('route', 'add', 'default', 'via', gateway, 'dev', vlan.name);
    for (const command of vlan.attributes.get('up') ?? [])
      inside(name, 'env', `IFACE=${vlan.name}`, 'sh', '-c', command);
  }
  return {
    name,
    activate(index) {
      const nic = nics[index] ?? '';
      for (const vlan of vlans) {
        const id = valueOf(vlan, 'vlan-id') ?? '';
        for (const other of nics) if (other !== nic) ip('link', 'set', 'dev', `${other}.${id}`, 'nomaster');
        ip('link', 'set', 'dev', `${nic}.${id}`, 'master', vlan.name);
        // With arp_notify, an address that is set is announced, even the one it has.
        ip('link', 'set', 'dev', vlan.name, 'address', macOf(vlan));
      }
    },
  };
}
