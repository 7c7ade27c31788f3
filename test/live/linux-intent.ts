import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { sh } from './namespaces.ts';

/** A stanza of an ifupdown2 file: its attributes in order, several values of one key kept. */
export interface Stanza {
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

/** The first value of an attribute. */
export function valueOf(stanza: Stanza | undefined, key: string): string | undefined {
  return stanza?.attributes.get(key)?.[0];
}

/** A veth that stands for one VLAN of a port in a switch's bridge. */
export interface BridgePort {
  readonly link: string;
  readonly port: string;
  readonly vlan: string;
  /** Whether the port lets the VLAN in; otherwise only the link is there. */
  readonly allowed: boolean;
}

/** VLAN that an untagged frame on a bridge port belongs to. */
function untaggedVlan(stanza: Stanza): string | undefined {
  return valueOf(stanza, 'bridge-access') ?? valueOf(stanza, 'bridge-pvid');
}

/** Settings of a bridge port that no frame may pass. */
const closed = ['flood', 'off', 'mcast_flood', 'off', 'bcast_flood', 'off', 'learning', 'off'];

/** A bridge that holds one VLAN of the generated bridge, with the generated spanning tree. */
function addVlanBridge(namespace: string, name: string, bridge: Stanza | undefined): void {
  const hundredths = (key: string): string => String(Number(valueOf(bridge, key) ?? '0') * 100);
  const tree =
    valueOf(bridge, 'bridge-stp') === 'yes'
      ? ['stp_state', '1', 'forward_delay', hundredths('bridge-fd')]
          .concat(['hello_time', hundredths('bridge-hello')])
          .concat(['max_age', hundredths('bridge-maxage')])
      : [];
  sh('ip', '-n', namespace, 'link', 'add', 'name', name, 'type', 'bridge', ...tree);
}

/** The shared gateway of an SVI (`address-virtual`), with the commands that ifupdown2 runs for it. */
function addSharedGateway(namespace: string, svi: string, value: string): void {
  const [mac = '', address = ''] = value.split(/\s+/);
  const name = `${svi}-v0`;
  const ip = (...args: string[]): string => sh('ip', '-n', namespace, ...args);
  ip('link', 'add', 'link', svi, 'name', name, 'address', mac, 'type', 'macvlan', 'mode', 'private');
  ip('address', 'add', address, 'dev', name, 'metric', '1024');
  ip('link', 'set', 'dev', name, 'up');
  sh('bridge', '-n', namespace, 'fdb', 'replace', mac, 'dev', svi, 'self', 'local');
}

/**
 * Applies a switch's generated `interfaces` file through iproute2, with the same intent: this kernel's bridges know no
 * VLANs, so each VLAN becomes a bridge of its own, named as its SVI. Ports of untagged frames go into it as they are; for
 * those of tagged ones `trunkLinks` names the veths. bonds are left out, and so is what is in a VRF.
 * @param vrf applies what is in this VRF instead, whose namespace it is.
 */
export function applySwitchInterfaces(
  namespace: string,
  file: string,
  trunkLinks: readonly BridgePort[] = [],
  vrf?: string,
): void {
  const stanzas = readStanzas(readFileSync(file, 'utf8'));
  const bridge = stanzas.find(({ name }) => name === 'bridge');
  const stanzaOf = new Map(stanzas.map((stanza) => [stanza.name, stanza]));
  const ip = (...args: string[]): string => sh('ip', '-n', namespace, ...args);
  const present = new Set((JSON.parse(ip('-j', 'link', 'show')) as { ifname: string }[]).map((link) => link.ifname));
  const ports = [
    ...stanzas.map((stanza) => ({ link: stanza.name, port: stanza.name, vlan: untaggedVlan(stanza), allowed: true })),
    ...trunkLinks,
  ].filter(({ link, vlan }) => vlan !== undefined && present.has(link));
  for (const { name, attributes } of stanzas) {
    if (name === 'bridge' || attributes.get('vrf')?.[0] !== vrf) continue;
    const svi = attributes.get('vlan-raw-device')?.[0] === 'bridge';
    if (!svi && !present.has(name)) continue;
    const mtu = attributes.get('mtu')?.[0];
    if (svi) {
      addVlanBridge(namespace, name, bridge);
      for (const { link, port, vlan, allowed } of ports) {
        if (vlan !== attributes.get('vlan-id')?.[0]) continue;
        ip('link', 'set', 'dev', link, 'mtu', valueOf(stanzaOf.get(port), 'mtu') ?? '1500', 'master', name);
        if (!allowed) sh('bridge', '-n', namespace, 'link', 'set', 'dev', link, ...closed);
      }
    }
    if (mtu !== undefined) ip('link', 'set', 'dev', name, 'mtu', mtu);
    for (const address of attributes.get('address') ?? []) ip('address', 'add', address, 'dev', name);
    ip('link', 'set', 'dev', name, 'up');
    for (const gateway of attributes.get('address-virtual') ?? []) addSharedGateway(namespace, name, gateway);
  }
  for (const { link } of trunkLinks) if (present.has(link)) ip('link', 'set', 'dev', link, 'up');
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
