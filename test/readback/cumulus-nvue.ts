import { parse } from 'yaml';
import type { Reader, ReadBgp, ReadInterface, ReadMlag, ReadNeighbor, ReadOspf } from './reading.ts';

/*
 * Reads a document of NVUE by its own keys. It knows what NVUE does by itself where a key is not there: that a bond is
 * LACP at the fast rate, that IPv4 is active in each session, that a port of the bridge carries all VLANs of it.
 */

type Node = Readonly<Record<string, unknown>>;

const at = (node: Node | undefined, ...path: string[]): unknown =>
  path.reduce<unknown>((found, key) => (found as Node | undefined)?.[key], node);

const node = (from: Node | undefined, ...path: string[]): Node | undefined => {
  const found = at(from, ...path);
  return typeof found === 'object' && found !== null ? (found as Node) : undefined;
};

const text = (from: Node | undefined, ...path: string[]): string | undefined => {
  const found = at(from, ...path);
  return found === undefined ? undefined : String(found);
};

const number = (from: Node | undefined, ...path: string[]): number | undefined => {
  const found = text(from, ...path);
  return found === undefined ? undefined : Number(found);
};

const names = (from: Node | undefined, ...path: string[]): string[] => Object.keys(node(from, ...path) ?? {});

const isOn = (from: Node | undefined, ...path: string[]): boolean => at(from, ...path) === 'on';

/** Keeps what is there. */
function there<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function readOspf(one: Node): ReadOspf | undefined {
  const ospf = node(one, 'router', 'ospf');
  const area = text(ospf, 'area');
  if (!isOn(ospf, 'enable') || area === undefined) return undefined;
  if (isOn(ospf, 'passive')) return { area, passive: true, pointToPoint: true, hello: 0, dead: 0, bfd: false };
  const key = isOn(ospf, 'authentication', 'enable')
    ? `md5 ${text(ospf, 'authentication', 'message-digest-key')}`
    : undefined;
  return there({
    area,
    passive: false,
    pointToPoint: at(ospf, 'network-type') === 'point-to-point',
    cost: number(ospf, 'cost'),
    hello: number(ospf, 'timers', 'hello-interval') ?? 10,
    dead: number(ospf, 'timers', 'dead-interval') ?? 40,
    bfd: isOn(ospf, 'bfd', 'enable'),
    authentication: key,
  }) as ReadOspf;
}

function readVlans(one: Node, bridge: Node | undefined): Pick<ReadInterface, 'tagged' | 'native'> {
  const port = node(one, 'bridge', 'domain', 'br_default');
  if (!port) return { tagged: [] };
  const access = number(port, 'access');
  if (access !== undefined) return { tagged: [], native: access };
  const carried = names(port, 'vlan').length > 0 ? names(port, 'vlan') : names(bridge, 'vlan');
  const untagged = text(port, 'untagged') ?? text(bridge, 'untagged') ?? '1';
  const tagged = carried.map(Number).sort((a, b) => a - b);
  return { tagged, ...(untagged === 'none' ? {} : { native: Number(untagged) }) };
}

function readBond(one: Node): string | undefined {
  if (!node(one, 'bond')) return undefined;
  return at(one, 'bond', 'mode') === 'static' ? 'static' : `active ${text(one, 'bond', 'lacp-rate') ?? 'fast'}`;
}

const withoutLength = (address: string): string => address.split('/')[0] ?? '';

function readInterface(one: Node, bridge: Node | undefined, lag: string | undefined): ReadInterface {
  const discovery = node(one, 'ip', 'neighbor-discovery');
  const advertises = isOn(discovery, 'router-advertisement', 'enable');
  const addresses = names(one, 'ip', 'address').sort();
  const prefixes = names(discovery, 'prefix');
  const shared = isOn(one, 'ip', 'vrr', 'enable') && at(one, 'ip', 'vrr', 'state', 'up') !== undefined;
  return there({
    mtu: at(one, 'type') === 'loopback' || lag !== undefined ? undefined : (number(one, 'link', 'mtu') ?? 9216),
    addresses,
    sharedGateways: shared ? names(one, 'ip', 'vrr', 'address').map(withoutLength).sort() : [],
    linkLocal: advertises && at(one, 'type') !== 'svi' && prefixes.length === 0,
    advertises: advertises && at(one, 'type') === 'svi' ? prefixes.sort() : undefined,
    vrf: text(one, 'ip', 'vrf'),
    lag,
    lacp: readBond(one),
    mlag: isOn(one, 'bond', 'mlag', 'enable') ? number(one, 'bond', 'mlag', 'id') : undefined,
    ...readVlans(one, bridge),
    ospf: readOspf(one),
  }) as ReadInterface;
}

const families = [4, 6] as const;

function readNeighbor(own: Node, groups: Node | undefined, asn: number): ReadNeighbor {
  const group = node(groups, text(own, 'peer-group') ?? '');
  const remote = text(own, 'remote-as') ?? text(group, 'remote-as');
  const inherited = (...path: string[]): unknown => at(own, ...path) ?? at(group, ...path);
  const active = families.filter(
    (family) =>
      (inherited('address-family', `ipv${family}-unicast`, 'enable') ?? (family === 4 ? 'on' : 'off')) === 'on',
  );
  const policies = active.flatMap((family) =>
    (['in', 'out'] as const).flatMap((way) => {
      const named = inherited('address-family', `ipv${family}-unicast`, 'policy', `${way}bound`, 'route-map');
      return named === undefined ? [] : [`${family} ${way} ${String(named)}`];
    }),
  );
  const inAny = (key: string, value: string): boolean =>
    active.some((family) => inherited('address-family', `ipv${family}-unicast`, key) === value);
  return {
    remoteAs: remote === 'internal' ? asn : Number(remote ?? 0),
    families: active,
    bfd: inherited('bfd', 'enable') === 'on',
    routeReflectorClient: inAny('route-reflector-client', 'on'),
    addPath: inAny('add-path-tx', 'all-paths'),
    policies: policies.sort(),
  };
}

/** Connected networks that come into BGP through a route map. */
function readRedistributed(set: Node, family: Node | undefined): string[] {
  if (!isOn(family, 'redistribute', 'connected', 'enable')) return [];
  const map = text(family, 'redistribute', 'connected', 'route-map') ?? '';
  const rules = node(set, 'router', 'policy', 'route-map', map, 'rule');
  return names(rules).flatMap((sequence) => {
    if (at(rules, sequence, 'action', 'permit') === undefined) return [];
    const list = text(rules, sequence, 'match', 'ip-prefix-list') ?? '';
    return readPrefixLists(set)[list] ?? [];
  });
}

function readBgp(set: Node): ReadBgp | undefined {
  const process = node(set, 'router', 'bgp');
  const asn = number(process, 'autonomous-system');
  if (!process || asn === undefined || !isOn(process, 'enable')) return undefined;
  const neighbors: Record<string, ReadNeighbor> = {};
  const networks: string[] = [];
  const aggregates: string[] = [];
  const paths = new Set<number>();
  let cluster: string | undefined;
  for (const vrf of names(set, 'vrf')) {
    const bgp = node(set, 'vrf', vrf, 'router', 'bgp');
    if (!isOn(bgp, 'enable')) continue;
    const prefix = vrf === 'default' ? '' : vrf;
    for (const name of names(bgp, 'neighbor')) {
      neighbors[`${prefix}|${name}`] = readNeighbor(node(bgp, 'neighbor', name)!, node(bgp, 'peer-group'), asn);
    }
    for (const family of names(bgp, 'address-family')) {
      const said = node(bgp, 'address-family', family);
      const own = [...names(said, 'network'), ...readRedistributed(set, said)];
      networks.push(...own.map((one) => `${prefix}|${one}`));
      aggregates.push(...names(said, 'aggregate-route').map((one) => `${prefix}|${one}`));
      for (const kind of ['ebgp', 'ibgp']) paths.add(number(said, 'multipaths', kind) ?? 64);
    }
    if (isOn(bgp, 'route-reflection', 'enable')) cluster = text(bgp, 'route-reflection', 'cluster-id');
  }
  return there({
    asn,
    routerId: text(process, 'router-id') ?? '',
    clusterId: cluster,
    maximumPaths: paths.size === 1 ? [...paths][0]! : Number.NaN,
    neighbors,
    networks: networks.sort(),
    aggregates: aggregates.sort(),
  }) as ReadBgp;
}

/** NVUE numbers no domains: the reader gives 0. */
function readMlag(set: Node): ReadMlag | undefined {
  const mlag = node(set, 'mlag');
  if (!isOn(mlag, 'enable')) return undefined;
  const link = names(set, 'interface').find((name) => at(set, 'interface', name, 'type') === 'peerlink');
  const [keepalive] = names(mlag, 'backup');
  return there({ domain: 0, peerLink: link ?? '', remote: text(mlag, 'peer-ip') ?? '', keepalive }) as ReadMlag;
}

function readPrefixLists(set: Node): Record<string, string[]> {
  const lists = node(set, 'router', 'policy', 'prefix-list');
  return Object.fromEntries(
    names(lists).map((name) => {
      const rules = node(lists, name, 'rule');
      const entries = names(rules).sort((a, b) => Number(a) - Number(b));
      return [
        name,
        entries.flatMap((sequence) =>
          names(rules, sequence, 'match').map((prefix) => {
            const longest = number(rules, sequence, 'match', prefix, 'max-prefix-len');
            return longest === undefined ? prefix : `${prefix} le ${longest}`;
          }),
        ),
      ];
    }),
  );
}

/** Bonds by the names of their members. */
function lagsOf(set: Node): Map<string, string> {
  const lags = new Map<string, string>();
  for (const name of names(set, 'interface')) {
    for (const member of names(set, 'interface', name, 'bond', 'member')) lags.set(member, name);
  }
  return lags;
}

export const read: Reader = (files) => {
  const content = files.find(({ path }) => path === 'startup.yaml')?.content ?? '';
  const [, { set }] = parse(content) as [Node, { set: Node }];
  const bridge = node(set, 'bridge', 'domain', 'br_default');
  const lags = lagsOf(set);
  const bgp = readBgp(set);
  const mlag = readMlag(set);
  const ospf = isOn(set, 'router', 'ospf', 'enable')
    ? text(set, 'vrf', 'default', 'router', 'ospf', 'router-id')
    : undefined;
  const interfaces = names(set, 'interface').filter(
    (name) => name !== 'eth0' && at(set, 'interface', name, 'type') !== undefined,
  );
  return {
    hostname: text(set, 'system', 'hostname') ?? '',
    interfaces: Object.fromEntries(
      interfaces.map((name) => [name, readInterface(node(set, 'interface', name)!, bridge, lags.get(name))]),
    ),
    vlans: Object.fromEntries(names(bridge, 'vlan').map((id) => [id, ''])),
    vrfs: names(set, 'vrf')
      .filter((name) => at(set, 'vrf', name, 'table') !== undefined)
      .sort(),
    ...(ospf === undefined ? {} : { ospfRouterId: ospf }),
    ...(bgp ? { bgp } : {}),
    ...(mlag ? { mlag } : {}),
    spanningTreePriority: number(bridge, 'stp', 'priority') ?? 32_768,
    prefixLists: readPrefixLists(set),
  };
};
