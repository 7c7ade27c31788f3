import { parse } from 'yaml';
import type { Meanings } from './meaning.ts';

export interface Netplan {
  network: { version: number; renderer: string } & Record<'ethernets' | 'bonds' | 'vlans', Record<string, Section>>;
}

interface Section {
  mtu: number;
  optional?: boolean;
  match?: { macaddress: string };
  'set-name'?: string;
  macaddress?: string;
  'link-local'?: string[];
  addresses?: string[];
  routes?: { to: string; via: string; mtu?: number }[];
  nameservers?: { addresses?: string[]; search?: string[] };
  id?: number;
  link?: string;
  interfaces?: string[];
  parameters?: Record<string, string & number>;
}

/** The document, as YAML of a version has it. */
export function parseNetplan(text: string, version: '1.1' | '1.2' = '1.1'): Netplan['network'] {
  return (parse(text, { version }) as Netplan).network;
}

/** What a host does that has this file in /etc/netplan. */
export function readNetplan(text: string): Meanings {
  const network = parseNetplan(text);
  const meanings: Meanings = {};
  for (const [kind, sections] of [
    ['ethernet', network.ethernets],
    ['bond', network.bonds],
    ['vlan', network.vlans],
  ] as const) {
    for (const [name, one] of Object.entries(sections ?? {})) {
      if (name === 'lo') {
        meanings[name] = { kind: 'loopback', addresses: one.addresses ?? [], routes: [] };
        continue;
      }
      const mac = one.match?.macaddress ?? one.macaddress;
      const { mode, 'lacp-rate': lacpRate, 'transmit-hash-policy': hash, primary } = one.parameters ?? {};
      const minLinks = one.parameters?.['min-links'];
      meanings[name] = {
        kind,
        mtu: one.mtu,
        ...(mac === undefined ? {} : { mac }),
        ...(one['link-local'] ? { ipv6: one['link-local'].includes('ipv6') } : {}),
        addresses: one.addresses ?? [],
        routes: (one.routes ?? [])
          .map(({ to, via, mtu }) => `${to} via ${via}${mtu === undefined ? '' : ` mtu ${mtu}`}`)
          .toSorted(),
        ...(kind === 'vlan' ? { vlan: { id: one.id!, parent: one.link! } } : {}),
        ...(kind === 'bond'
          ? {
              bond: {
                members: one.interfaces!,
                miimon: one.parameters!['mii-monitor-interval']!,
                mode: mode as unknown as '802.3ad',
                ...(lacpRate === undefined ? {} : { lacpRate }),
                ...(hash === undefined ? {} : { hash }),
                ...(minLinks === undefined ? {} : { minLinks }),
                ...(primary === undefined ? {} : { primary }),
              },
            }
          : {}),
      };
    }
  }
  return meanings;
}
