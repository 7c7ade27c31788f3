import type { ReadBgp, ReadInterface, ReadNeighbor, ReadOspf, ReadPrefixLists, Reader, Reading } from './reading.ts';

/** Words of a line; quotes are gone. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Statements below a path, as words without it. */
type Config = readonly (readonly string[])[];

const below = (config: Config, path: string): Config => {
  const words = path.split(' ').filter((word) => word !== '');
  return config.filter((line) => words.every((word, at) => line[at] === word)).map((line) => line.slice(words.length));
};

/** Words that come next below a path, each once, in order. */
const keys = (config: Config, path = ''): string[] => [
  ...new Set(below(config, path).flatMap(([word]) => (word === undefined ? [] : [word]))),
];

const value = (config: Config, path: string): string | undefined => below(config, path)[0]?.[0];
const numberAt = (config: Config, path: string): number | undefined => {
  const found = value(config, path);
  return found === undefined ? undefined : Number(found);
};
const has = (config: Config, path: string): boolean => below(config, path).length > 0;

/** What Junos has where nothing is said. */
const defaults = { portMtu: 1514, hello: 10, dead: 40, nextHops: 16, rate: 'fast' };
const headers = { routed: 14, bridged: 18 };

function readOspf(config: Config, protocol: string, name: string): ReadOspf | undefined {
  for (const area of keys(config, `protocols ${protocol} area`)) {
    const path = `protocols ${protocol} area ${area} interface ${name}`;
    const own = below(config, path);
    if (own.length === 0) continue;
    if (has(own, 'passive')) return { area, passive: true, pointToPoint: true, hello: 0, dead: 0, bfd: false };
    const cost = numberAt(own, 'metric');
    const key = keys(own, 'authentication md5')[0];
    return {
      area,
      passive: false,
      pointToPoint: value(own, 'interface-type') === 'p2p',
      ...(cost === undefined ? {} : { cost }),
      hello: numberAt(own, 'hello-interval') ?? defaults.hello,
      dead: numberAt(own, 'dead-interval') ?? defaults.dead,
      bfd: has(own, 'bfd-liveness-detection'),
      ...(key === undefined ? {} : { authentication: `md5 ${key}` }),
    };
  }
  return undefined;
}

function vrfOf(config: Config, name: string): string | undefined {
  return keys(config, 'routing-instances').find((vrf) =>
    keys(config, `routing-instances ${vrf} interface`).includes(name),
  );
}

function readAdvertised(config: Config, name: string): string[] | undefined {
  const path = `protocols router-advertisement interface ${name}`;
  return has(config, path) ? keys(config, `${path} prefix`).toSorted() : undefined;
}

/** VLANs of a switch port by their numbers. */
function readVlans(port: Config, unit: Config): { tagged: number[]; native?: number } {
  const members = keys(unit, 'family ethernet-switching vlan members').map(Number);
  const isAccess = value(unit, 'family ethernet-switching interface-mode') !== 'trunk';
  const native = isAccess ? members[0] : numberAt(port, 'native-vlan-id');
  if (native !== undefined && !members.includes(native)) throw new Error(`native VLAN ${native} is no member`);
  return {
    tagged: members.filter((id) => id !== native).sort((a, b) => a - b),
    ...(native === undefined ? {} : { native }),
  };
}

function readLag(name: string, port: Config): Pick<ReadInterface, 'lacp' | 'mlag'> {
  if (!name.startsWith('ae')) return {};
  const lacp = 'aggregated-ether-options lacp';
  const mode = ['active', 'passive'].find((word) => has(port, `${lacp} ${word}`));
  const mlag = numberAt(port, 'aggregated-ether-options mc-ae mc-ae-id');
  return {
    lacp: mode === undefined ? 'static' : `${mode} ${value(port, `${lacp} periodic`) ?? defaults.rate}`,
    ...(mlag === undefined ? {} : { mlag }),
  };
}

function readMtu(device: string, port: Config, unit: Config): number | undefined {
  if (device === 'lo0') return undefined;
  if (device === 'irb') return numberAt(unit, 'family inet mtu') ?? numberAt(unit, 'family inet6 mtu');
  const header = has(unit, 'family ethernet-switching') ? headers.bridged : headers.routed;
  return (numberAt(port, 'mtu') ?? defaults.portMtu) - header;
}

function readInterface(config: Config, device: string, unit: string): ReadInterface {
  const port = below(config, `interfaces ${device}`);
  const own = below(port, `unit ${unit}`);
  const name = `${device}.${unit}`;
  const lag = value(port, 'ether-options 802.3ad');
  const addresses = ['inet', 'inet6'].flatMap((family) => keys(own, `family ${family} address`));
  const shared = own.flatMap((line) => {
    const at = line.findIndex((word) => word === 'virtual-address' || word === 'virtual-inet6-address');
    return at === -1 ? [] : [line[at + 1] ?? ''];
  });
  const mtu = lag === undefined ? readMtu(device, port, own) : undefined;
  const advertises = readAdvertised(config, name);
  const vrf = vrfOf(config, name);
  const ospf = readOspf(config, 'ospf', name);
  const ospf3 = readOspf(config, 'ospf3', name);
  return {
    ...(mtu === undefined ? {} : { mtu }),
    addresses: addresses.toSorted(),
    sharedGateways: shared.toSorted(),
    linkLocal: false,
    ...(advertises ? { advertises } : {}),
    ...(vrf === undefined ? {} : { vrf }),
    ...(lag === undefined ? {} : { lag }),
    ...readLag(device, port),
    ...readVlans(port, own),
    ...(ospf ? { ospf } : {}),
    ...(ospf3 ? { ospf3 } : {}),
  };
}

function readInterfaces(config: Config): Record<string, ReadInterface> {
  const found: Record<string, ReadInterface> = {};
  for (const device of keys(config, 'interfaces').filter((name) => name !== 'em0')) {
    if (device !== 'irb') {
      found[device] = readInterface(config, device, '0');
      continue;
    }
    for (const unit of keys(config, 'interfaces irb unit')) found[`irb.${unit}`] = readInterface(config, device, unit);
  }
  return found;
}

const familyOf = { inet: 4, inet6: 6 } as const;

/** A term: its conditions and actions. */
interface Term {
  readonly name: string;
  readonly own: Config;
}

function termsOf(config: Config, policy: string): Term[] {
  const path = `policy-options policy-statement ${policy} term`;
  return keys(config, path).map((name) => ({ name, own: below(config, `${path} ${name}`) }));
}

const filtersOf = ({ own }: Term): string[] =>
  below(own, 'from route-filter').map(([prefix, type, reach]) => {
    const le =
      type === 'upto' ? reach?.slice(1) : type === 'orlonger' ? (prefix?.includes(':') ? '128' : '32') : undefined;
    return le === undefined ? `${prefix}` : `${prefix} le ${le}`;
  });

/** Policies of a session that are for one family, with that family. */
function policiesOf(config: Config, session: Config, way: 'import' | 'export'): string[] {
  return keys(session, way).flatMap((policy) => {
    const rest = termsOf(config, policy).at(-1);
    const family = rest && value(rest.own, 'from family');
    if (family !== 'inet' && family !== 'inet6') return [];
    return [`${familyOf[family]} ${way === 'import' ? 'in' : 'out'} ${policy}`];
  });
}

function readNeighbor(config: Config, asn: number, group: Config, own: Config): ReadNeighbor {
  const setting = (path: string) => value(own, path) ?? value(group, path);
  const from = (path: string) => (has(own, path) ? own : group);
  return {
    remoteAs: Number(setting('peer-as') ?? (value(group, 'type') === 'internal' ? asn : 0)),
    families: keys(from('family'), 'family')
      .map((family) => familyOf[family as keyof typeof familyOf])
      .sort(),
    bfd: has(group, 'bfd-liveness-detection'),
    routeReflectorClient: has(group, 'cluster'),
    addPath: group.some((line) => line.includes('add-path')),
    policies: [
      ...policiesOf(config, from('import'), 'import'),
      ...policiesOf(config, from('export'), 'export'),
    ].toSorted(),
  };
}

/** Prefixes that some policy of a session hands on whatever protocol they are of. */
function networksOf(config: Config, sessions: readonly Config[]): string[] {
  const policies = new Set(sessions.flatMap((session) => keys(session, 'export')));
  return [...policies].flatMap((policy) =>
    termsOf(config, policy)
      .filter(({ own }) => value(own, 'then') === 'next' && !has(own, 'from protocol'))
      .flatMap(filtersOf),
  );
}

function aggregatesOf(config: Config, scope: string, vrf: string): string[] {
  const rib = vrf === '' ? 'inet6.0' : `${vrf}.inet6.0`;
  return ['', `rib ${rib} `].flatMap((table) => keys(config, `${scope}routing-options ${table}aggregate route`));
}

function readBgp(config: Config): ReadBgp | undefined {
  if (!config.some((line) => line.join(' ').includes('protocols bgp '))) return undefined;
  const neighbors: Record<string, ReadNeighbor> = {};
  const [networks, aggregates]: [string[], string[]] = [[], []];
  const asn = numberAt(config, 'routing-options autonomous-system') ?? 0;
  let clusterId: string | undefined;
  for (const vrf of ['', ...keys(config, 'routing-instances')]) {
    const scope = vrf === '' ? '' : `routing-instances ${vrf} `;
    const sessions: Config[] = [];
    for (const name of keys(config, `${scope}protocols bgp group`)) {
      const all = below(config, `${scope}protocols bgp group ${name}`);
      const group = all.filter(([word]) => word !== 'neighbor');
      sessions.push(group);
      clusterId ??= value(group, 'cluster');
      for (const peer of keys(all, 'neighbor')) {
        const own = below(all, `neighbor ${peer}`);
        sessions.push(own);
        neighbors[`${vrf}|${peer}`] = readNeighbor(config, asn, group, own);
      }
    }
    networks.push(...networksOf(config, sessions).map((prefix) => `${vrf}|${prefix}`));
    aggregates.push(...aggregatesOf(config, scope, vrf).map((prefix) => `${vrf}|${prefix}`));
  }
  return {
    asn,
    routerId: value(config, 'routing-options router-id') ?? '',
    ...(clusterId === undefined ? {} : { clusterId }),
    maximumPaths: numberAt(config, 'chassis maximum-ecmp') ?? defaults.nextHops,
    neighbors,
    networks: networks.toSorted(),
    aggregates: aggregates.toSorted(),
  };
}

/** Prefix lists stand in the terms that use them, whose names end in theirs. */
function readPrefixLists(config: Config): ReadPrefixLists {
  const lists: Record<string, string[]> = {};
  for (const policy of keys(config, 'policy-options policy-statement')) {
    for (const one of termsOf(config, policy)) {
      const list = /^\d+-(.+)$/.exec(one.name)?.[1];
      if (list !== undefined) lists[list] = filtersOf(one);
    }
  }
  return lists;
}

export const read: Reader = ([file]): Reading => {
  const config = (file?.content ?? '')
    .split('\n')
    .filter((line) => line.startsWith('set '))
    .map((line) => wordsOf(line).slice(1));
  const bgp = readBgp(config);
  const routerId = value(config, 'routing-options router-id');
  const priority = numberAt(config, 'protocols rstp bridge-priority');
  return {
    hostname: value(config, 'system host-name') ?? '',
    interfaces: readInterfaces(config),
    vlans: Object.fromEntries(
      keys(config, 'vlans').map((name) => [numberAt(config, `vlans ${name} vlan-id`) ?? 0, name]),
    ),
    vrfs: keys(config, 'routing-instances')
      .filter((name) => value(config, `routing-instances ${name} instance-type`) === 'virtual-router')
      .toSorted(),
    ...(routerId !== undefined && has(config, 'protocols ospf') ? { ospfRouterId: routerId } : {}),
    ...(routerId !== undefined && has(config, 'protocols ospf3') ? { ospf3RouterId: routerId } : {}),
    ...(bgp ? { bgp } : {}),
    ...(priority === undefined ? {} : { spanningTreePriority: priority }),
    prefixLists: readPrefixLists(config),
  };
};
