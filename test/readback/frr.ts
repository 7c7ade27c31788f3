import type { RenderedFile } from '../../src/render/rendered-file.ts';
import { readFrrConf } from './frr-daemons.ts';
import type { ReadInterface, Reader } from './reading.ts';

type Attributes = ReadonlyMap<string, readonly string[]>;

/** Stanzas of an ifupdown2 file by interface. */
function stanzasOf(text: string): Map<string, Attributes> {
  const stanzas = new Map<string, Map<string, string[]>>();
  let open: Map<string, string[]> | undefined;
  for (const line of text.split('\n')) {
    const [, indent, key = '', value = ''] = /^(\s*)([^\s#]\S*)\s*(.*)$/.exec(line) ?? [];
    if (key === 'iface') {
      const name = value.split(' ')[0] ?? '';
      open = stanzas.get(name) ?? new Map();
      stanzas.set(name, open);
    } else if (indent) open?.set(key, [...(open.get(key) ?? []), value]);
  }
  return stanzas;
}

const first = (attributes: Attributes | undefined, key: string): string | undefined => attributes?.get(key)?.[0];
const words = (text: string | undefined): string[] => text?.split(' ').filter((word) => word) ?? [];

function lacpOf(attributes: Attributes): string | undefined {
  const mode = first(attributes, 'bond-mode');
  // bonding knows active LACP only.
  if (mode === '802.3ad') return `active ${first(attributes, 'bond-lacp-rate') ?? 'slow'}`;
  return mode === 'balance-xor' ? 'static' : mode;
}

function readInterface(attributes: Attributes, bond: string | undefined): ReadInterface {
  const [mtu, vrf, lacp] = [first(attributes, 'mtu'), first(attributes, 'vrf'), lacpOf(attributes)];
  const native = first(attributes, 'bridge-access') ?? first(attributes, 'bridge-pvid');
  return {
    ...(mtu === undefined ? {} : { mtu: Number(mtu) }),
    addresses: [...(attributes.get('address') ?? [])].sort(),
    sharedGateways: (attributes.get('address-virtual') ?? [])
      .flatMap((value) => words(value).slice(1))
      .map((address) => address.replace(/\/\d+$/, ''))
      .sort(),
    linkLocal: false,
    ...(vrf === undefined ? {} : { vrf }),
    ...(bond === undefined ? {} : { lag: bond }),
    ...(lacp === undefined ? {} : { lacp }),
    tagged: words(first(attributes, 'bridge-vids')).map(Number),
    ...(native === undefined ? {} : { native: Number(native) }),
  };
}

/** VLANs that a port is in, or a routed interface of the bridge belongs to. */
function vlansOf(attributes: Attributes): number[] {
  const own = first(attributes, 'vlan-raw-device') === 'bridge' ? attributes.get('vlan-id') : [];
  const keys = ['bridge-vids', 'bridge-access', 'bridge-pvid'];
  return [...(own ?? []), ...keys.flatMap((key) => words(first(attributes, key)))].map(Number);
}

const isVrf = ([, attributes]: [string, Attributes]): boolean => attributes.has('vrf-table');

/** Of a Linux switch: /etc/network/interfaces, and frr.conf as far as the daemons run that read it. */
export const read: Reader = (files: readonly RenderedFile[]) => {
  const textOf = (path: string): string => files.find((file) => file.path === path)?.content ?? '';
  const stanzas = stanzasOf(textOf('interfaces'));
  const management = first(stanzas.get('eth0'), 'vrf');
  const bonds = new Map(
    [...stanzas].flatMap(([name, attributes]) =>
      words(first(attributes, 'bond-slaves')).map((member) => [member, name] as const),
    ),
  );
  const links = [...stanzas].filter((one) => !isVrf(one) && one[0] !== 'eth0' && one[0] !== 'bridge');
  const running = new Set([...textOf('daemons').matchAll(/^(\w+)=yes$/gm)].map(([, daemon = '']) => daemon));
  const { hostname, interfaces: told, ...routing } = readFrrConf(textOf('frr.conf'), running);
  const bridge = stanzas.get('bridge');
  return {
    hostname,
    interfaces: Object.fromEntries(
      links.map(([name, attributes]) => [name, { ...readInterface(attributes, bonds.get(name)), ...told.get(name) }]),
    ),
    // Linux has no names for VLANs.
    vlans: Object.fromEntries(links.flatMap(([, attributes]) => vlansOf(attributes)).map((id) => [id, ''])),
    vrfs: [...stanzas]
      .filter(isVrf)
      .map(([name]) => name)
      .filter((name) => name !== management)
      .sort(),
    ...routing,
    ...(bridge ? { spanningTreePriority: Number(first(bridge, 'bridge-bridgeprio') ?? 32_768) } : {}),
  };
};
