import type { RenderedFile } from '../../src/render/rendered-file.ts';
import { readFrrConf } from './frr-daemons.ts';
import type { ReadInterface, Reader } from './reading.ts';

type Entry = Readonly<Record<string, string | undefined>>;
type ConfigDb = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

const layer3Tables = [
  'INTERFACE',
  'LOOPBACK_INTERFACE',
  'PORTCHANNEL_INTERFACE',
  'VLAN_INTERFACE',
  'VLAN_SUB_INTERFACE',
] as const;

/** SONiC takes for a VRF what begins with Vrf. */
const plainVrf = (name: string): string => name.replace(/^Vrf_/, '');

/** Entries of a table whose key has that many parts, with the parts. */
function entriesOf(config: ConfigDb, table: string, parts: number): { key: string[]; entry: Entry }[] {
  return Object.entries(config[table] ?? {})
    .map(([key, entry]) => ({ key: key.split('|'), entry }))
    .filter(({ key }) => key.length === parts);
}

/** The port or LAG under a VLAN of a routed port, which has its MTU. */
const parentOf = (name: string): string =>
  name
    .replace(/\.\d+$/, '')
    .replace(/^Eth(?=\d)/, 'Ethernet')
    .replace(/^Po(?=\d)/, 'PortChannel');

function mtuOf(config: ConfigDb, name: string): number | undefined {
  if (name.startsWith('Loopback')) return undefined;
  const parent = parentOf(name);
  const own = (config['PORT']?.[parent] ?? config['PORTCHANNEL']?.[parent] ?? config['VLAN']?.[parent])?.['mtu'];
  return Number(own ?? 9100);
}

function interfaceOf(config: ConfigDb, name: string, told: Partial<ReadInterface> | undefined): ReadInterface {
  const own = layer3Tables.map((table) => config[table]?.[name]).find((entry) => entry !== undefined);
  const lag = entriesOf(config, 'PORTCHANNEL_MEMBER', 2).find(({ key }) => key[1] === name)?.key[0];
  const channel = config['PORTCHANNEL']?.[name];
  const vlans = entriesOf(config, 'VLAN_MEMBER', 2).filter(({ key }) => key[1] === name);
  const vlansOf = (mode: string): number[] =>
    vlans.filter(({ entry }) => entry['tagging_mode'] === mode).map(({ key }) => Number(key[0]!.slice('Vlan'.length)));
  const [native] = vlansOf('untagged');
  const mtu = lag === undefined ? mtuOf(config, name) : undefined;
  const vrf = own?.['vrf_name'];
  return {
    ...told,
    ...(mtu === undefined ? {} : { mtu }),
    addresses: layer3Tables
      .flatMap((table) => entriesOf(config, table, 2))
      .flatMap(({ key }) => (key[0] === name ? key[1]! : []))
      .sort(),
    sharedGateways: [],
    // FRR finds the neighbour only where SONiC lets the link-local address in.
    linkLocal: told?.linkLocal === true && own?.['ipv6_use_link_local_only'] === 'enable',
    ...(vrf === undefined ? {} : { vrf: plainVrf(vrf) }),
    ...(lag === undefined ? {} : { lag }),
    // teamd is always active.
    ...(channel ? { lacp: `active ${channel['fast_rate'] === 'true' ? 'fast' : 'slow'}` } : {}),
    tagged: vlansOf('tagged').sort((a, b) => a - b),
    ...(native === undefined ? {} : { native }),
  };
}

/** The daemons of FRR that SONiC starts, with a frr.conf that it leaves alone. */
function runningIn(config: ConfigDb): Set<string> {
  const { docker_routing_config_mode: mode, frr_mgmt_framework_config: framework } =
    config['DEVICE_METADATA']?.['localhost'] ?? {};
  if (mode !== 'split-unified') return new Set();
  return new Set(framework === 'true' ? ['bgpd', 'ospfd', 'bfdd'] : ['bgpd']);
}

/** Of a switch with SONiC: config_db.json, and frr.conf as far as the daemons run that read it. */
export const read: Reader = (files: readonly RenderedFile[]) => {
  const textOf = (path: string): string => files.find((file) => file.path === path)?.content ?? '';
  const config = JSON.parse(textOf('config_db.json')) as ConfigDb;
  const { interfaces: told, hostname: _frr, bgp, ...routing } = readFrrConf(textOf('frr.conf'), runningIn(config));
  const names = [
    ...Object.entries(config['PORT'] ?? {}).flatMap(([name, entry]) => (entry['admin_status'] === 'up' ? name : [])),
    ...Object.entries(config['PORTCHANNEL'] ?? {}).flatMap(([name, entry]) =>
      entry['admin_status'] === 'up' ? name : [],
    ),
    ...(['LOOPBACK_INTERFACE', 'VLAN_INTERFACE', 'VLAN_SUB_INTERFACE'] as const).flatMap((table) =>
      entriesOf(config, table, 1).map(({ key }) => key[0]!),
    ),
  ];
  const plainKey = (key: string): string => key.replace(/^[^|]+/, plainVrf);
  return {
    hostname: config['DEVICE_METADATA']?.['localhost']?.['hostname'] ?? '',
    interfaces: Object.fromEntries(names.map((name) => [name, interfaceOf(config, name, told.get(name))])),
    vlans: Object.fromEntries(
      Object.values(config['VLAN'] ?? {}).map((entry) => [Number(entry['vlanid']), entry['description'] ?? '']),
    ),
    vrfs: Object.keys(config['VRF'] ?? {})
      .map(plainVrf)
      .sort(),
    ...routing,
    ...(bgp
      ? {
          bgp: {
            ...bgp,
            neighbors: Object.fromEntries(Object.entries(bgp.neighbors).map(([key, one]) => [plainKey(key), one])),
            networks: bgp.networks.map(plainKey).sort(),
            aggregates: bgp.aggregates.map(plainKey).sort(),
          },
        }
      : {}),
  };
};
