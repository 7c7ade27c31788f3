import { readFileSync } from 'node:fs';
import { type Stanza, readStanzas, valueOf } from './linux-intent.ts';
import { inside, linksOf, sh } from './namespaces.ts';

/** Sets what a stanza of a server's `interfaces` says of an interface that is there: MTU, addresses, gateways, commands. */
export function applyStanza(name: string, stanza: Stanza): void {
  const ip = (...args: string[]): string => sh('ip', '-n', name, ...args);
  const command = (text: string): string => inside(name, 'env', `IFACE=${stanza.name}`, 'sh', '-c', text);
  const values = (key: string): readonly string[] => stanza.attributes.get(key) ?? [];
  values('pre-up').forEach(command);
  if (valueOf(stanza, 'ipv6-addrgen') === 'off') ip('link', 'set', 'dev', stanza.name, 'addrgenmode', 'none');
  ip('link', 'set', 'dev', stanza.name, 'mtu', valueOf(stanza, 'mtu') ?? '1500', 'up');
  for (const address of values('address')) ip('address', 'add', address, 'dev', stanza.name);
  for (const gateway of values('gateway')) ip('route', 'add', 'default', 'via', gateway, 'dev', stanza.name);
  values('up').forEach(command);
}

/**
 * Applies the generated ifupdown2 file of a server without a bond. A tagged VLAN of a NIC is a veth of its own (see
 * trunk-links.ts), which gets the name of the VLAN's interface.
 */
export function applyInterfaces(name: string, file: string): void {
  const links = linksOf(name);
  for (const stanza of readStanzas(readFileSync(file, 'utf8'))) {
    const device = valueOf(stanza, 'vlan-raw-device');
    if (device !== undefined)
      sh('ip', '-n', name, 'link', 'set', 'dev', `${device}.${valueOf(stanza, 'vlan-id')}`, 'name', stanza.name);
    // The port of tagged VLANs is only their veths here.
    if (device !== undefined || links.includes(stanza.name)) applyStanza(name, stanza);
  }
}
