import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { sh } from './namespaces.ts';

/** A stanza of an ifupdown2 file: its attributes in order, several values of one key kept. */
interface Stanza {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

/** Reads the stanzas of a generated `interfaces` file. */
export function readStanzas(text: string): Stanza[] {
  const stanzas: { name: string; attributes: Map<string, string[]> }[] = [];
  for (const line of text.split('\n')) {
    const [, key, value] = /^\s*([^\s#]+)\s*(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || key === 'auto' || key === 'source') continue;
    if (key === 'iface') {
      stanzas.push({ name: value.split(/\s+/)[0] ?? '', attributes: new Map() });
      continue;
    }
    const attributes = stanzas.at(-1)?.attributes;
    attributes?.set(key, [...(attributes.get(key) ?? []), value]);
  }
  return stanzas;
}

/** VLAN that an untagged frame on a bridge port belongs to. */
function vlanOfPort(stanza: Stanza): string | undefined {
  return (stanza.attributes.get('bridge-access') ?? stanza.attributes.get('bridge-pvid'))?.[0];
}

/**
 * Applies a switch's generated `interfaces` file through iproute2, with the same intent: this kernel's bridges know no
 * VLANs, so each VLAN of untagged ports becomes a bridge of its own, and the VRF and its port are left out.
 */
export function applySwitchInterfaces(namespace: string, file: string): void {
  const stanzas = readStanzas(readFileSync(file, 'utf8'));
  const ip = (...args: string[]): string => sh('ip', '-n', namespace, ...args);
  const left = new Set(['mgmt', 'eth0', 'bridge']);
  for (const { name, attributes } of stanzas) {
    if (left.has(name)) continue;
    const mtu = attributes.get('mtu')?.[0];
    if (attributes.has('vlan-raw-device')) {
      ip('link', 'add', 'name', name, 'type', 'bridge');
      const ports = stanzas.filter((port) => vlanOfPort(port) === attributes.get('vlan-id')?.[0]);
      for (const port of ports) ip('link', 'set', 'dev', port.name, 'master', name);
    }
    if (mtu !== undefined) ip('link', 'set', 'dev', name, 'mtu', mtu);
    for (const address of attributes.get('address') ?? []) ip('address', 'add', address, 'dev', name);
    ip('link', 'set', 'dev', name, 'up');
  }
}

interface NetplanInterface {
  readonly mtu?: number;
  readonly addresses?: readonly string[];
  readonly routes?: readonly { readonly to: string; readonly via: string }[];
}

/** Applies a server's generated netplan file: addresses, MTUs and routes of its plain ports. */
export function applyNetplan(namespace: string, file: string): void {
  const { network } = parse(readFileSync(file, 'utf8')) as { network: { ethernets: Record<string, NetplanInterface> } };
  for (const [name, one] of Object.entries(network.ethernets)) {
    sh('ip', '-n', namespace, 'link', 'set', 'dev', name, 'mtu', String(one.mtu ?? 1500), 'up');
    for (const address of one.addresses ?? []) sh('ip', '-n', namespace, 'address', 'add', address, 'dev', name);
    for (const route of one.routes ?? [])
      sh('ip', '-n', namespace, 'route', 'add', route.to, 'via', route.via, 'dev', name);
  }
}
