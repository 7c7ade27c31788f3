import type { Reader, ReadBgp, ReadInterface, ReadMlag, ReadNeighbor, ReadOspf } from './reading.ts';

/** A line of a config and the lines below it that are indented deeper. */
interface Block {
  readonly line: string;
  readonly below: Block[];
}

/** Reads a config by its indentation; comments and separators are left out. */
function parse(text: string): Block[] {
  const root: Block = { line: '', below: [] };
  const open: { indent: number; block: Block }[] = [{ indent: -1, block: root }];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('!')) continue;
    const indent = raw.length - raw.trimStart().length;
    while (open.at(-1)!.indent >= indent) open.pop();
    const block: Block = { line, below: [] };
    open.at(-1)!.block.below.push(block);
    open.push({ indent, block });
  }
  return root.below;
}

const lines = (blocks: readonly Block[]): string[] => blocks.map(({ line }) => line);
const has = (blocks: readonly Block[], line: string): boolean => blocks.some((one) => one.line === line);

/** What follows a phrase, in each line that starts with it. */
const all = (blocks: readonly Block[], phrase: string): string[] =>
  lines(blocks).flatMap((line) => (line.startsWith(`${phrase} `) ? [line.slice(phrase.length + 1)] : []));
const one = (blocks: readonly Block[], phrase: string): string | undefined => all(blocks, phrase)[0];
const number = (blocks: readonly Block[], phrase: string): number | undefined => {
  const found = one(blocks, phrase);
  return found === undefined ? undefined : Number(found.split(' ')[0]);
};
const section = (blocks: readonly Block[], line: string): Block[] | undefined =>
  blocks.find((block) => block.line === line)?.below;
const sections = (blocks: readonly Block[], phrase: string): { name: string; below: Block[] }[] =>
  blocks.flatMap(({ line, below }) =>
    line.startsWith(`${phrase} `) ? [{ name: line.slice(phrase.length + 1), below }] : [],
  );

function expand(list: string): number[] {
  if (list === 'none') return [];
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

interface Config {
  readonly blocks: readonly Block[];
  readonly features: ReadonlySet<string>;
  /** Algorithm and key number of key chains. */
  readonly chains: ReadonlyMap<string, string>;
  readonly brokenOut: ReadonlySet<string>;
}

function authentication(below: readonly Block[], config: Config): string | undefined {
  if (!has(below, 'ip ospf authentication message-digest')) return undefined;
  const chain = one(below, 'ip ospf authentication key-chain');
  if (chain !== undefined) return config.chains.get(chain) ?? `no key chain ${chain}`;
  const key = one(below, 'ip ospf message-digest-key')?.split(' ');
  return key ? `${key[1]} ${key[0]}` : undefined;
}

/** Of NX-OS. */
const defaults = { hello: 10, dead: 40 };

function readOspf(name: string, below: readonly Block[], version: 2 | 3, config: Config): ReadOspf | undefined {
  const [router, prefix] = version === 2 ? ['ip router ospf 1', 'ip ospf'] : ['ipv6 router ospfv3 1', 'ospfv3'];
  const area = one(below, `${router} area`);
  if (area === undefined || !config.features.has(version === 2 ? 'ospf' : 'ospfv3')) return undefined;
  if (name.startsWith('loopback') || has(below, `${prefix} passive-interface`)) {
    return { area, passive: true, pointToPoint: true, hello: 0, dead: 0, bfd: false };
  }
  const cost = number(below, `${prefix} cost`);
  const auth = version === 2 ? authentication(below, config) : undefined;
  return {
    area,
    passive: false,
    pointToPoint: one(below, `${prefix} network`) === 'point-to-point',
    ...(cost === undefined ? {} : { cost }),
    hello: number(below, `${prefix} hello-interval`) ?? defaults.hello,
    dead: number(below, `${prefix} dead-interval`) ?? defaults.dead,
    bfd: has(below, `${prefix} bfd`) && config.features.has('bfd'),
    ...(auth === undefined ? {} : { authentication: auth }),
  };
}

/** Prefix of an address: bits beyond the length are cleared, as far as the fixtures need (hexadecimal groups). */
function networkOf(address: string): string {
  const [ip = '', length = ''] = address.split('/');
  const keep = Number(length) / 16;
  const groups = ip.split('::')[0]!.split(':');
  return `${groups.slice(0, keep).join(':')}::/${length}`;
}

/** Prefixes that hosts are told; the interface's own are, unless it says otherwise. */
function advertised(below: readonly Block[], ipv6: readonly string[]): string[] {
  const told = new Map(ipv6.map((address) => [networkOf(address), true]));
  for (const text of all(below, 'ipv6 nd prefix')) {
    const [prefix = '', ...rest] = text.split(' ');
    told.set(prefix, !rest.includes('no-advertise'));
  }
  return [...told].flatMap(([prefix, isTold]) => (isTold ? [prefix] : [])).sort();
}

const isMemberOf = (below: readonly Block[]): string | undefined => one(below, 'channel-group')?.split(' ')[0];

/** How the members of a port channel are joined. */
function joining(name: string, config: Config): string | undefined {
  const id = name.slice('port-channel'.length);
  const found = sections(config.blocks, 'interface').map(({ below }) => {
    if (isMemberOf(below) !== id) return undefined;
    const mode = one(below, 'channel-group')?.split(' ')[2];
    if (mode === 'on') return 'static';
    if (!config.features.has('lacp')) return undefined;
    return `${mode} ${has(below, 'lacp rate fast') ? 'fast' : 'slow'}`;
  });
  const kinds = [...new Set(found.filter((kind) => kind !== undefined))];
  return kinds.length === 1 ? kinds[0] : undefined;
}

function switching(below: readonly Block[]): { tagged: number[]; native?: number } {
  if (!has(below, 'switchport mode trunk')) {
    const access = number(below, 'switchport access vlan');
    return { tagged: [], ...(access === undefined ? {} : { native: access }) };
  }
  const allowed = expand(one(below, 'switchport trunk allowed vlan') ?? '1-4094');
  const native = number(below, 'switchport trunk native vlan') ?? 1;
  return {
    tagged: allowed.filter((vlan) => vlan !== native),
    ...(allowed.includes(native) ? { native } : {}),
  };
}

/** Ports are switch ports until told otherwise; a subinterface is nothing without its VLAN. */
function isRouted(name: string, below: readonly Block[], config: Config): boolean {
  if (name.includes('.')) return one(below, 'encapsulation dot1q') === name.split('.')[1];
  if (name.startsWith('Vlan')) return config.features.has('interface-vlan');
  return name.startsWith('loopback') || has(below, 'no switchport');
}

function readInterface(name: string, below: readonly Block[], config: Config): ReadInterface {
  const mtu = number(below, 'mtu') ?? 1500;
  const member = isMemberOf(below);
  const nothing = { addresses: [], sharedGateways: [], linkLocal: false, tagged: [] };
  if (member !== undefined) return { ...nothing, lag: `port-channel${member}` };
  const lacp = name.startsWith('port-channel') && !name.includes('.') ? joining(name, config) : undefined;
  const mlag = number(below, 'vpc');
  const lag = {
    ...(lacp === undefined ? {} : { lacp }),
    ...(mlag === undefined || Number.isNaN(mlag) ? {} : { mlag }),
  };
  if (!isRouted(name, below, config)) return { ...nothing, ...switching(below), mtu, ...lag };
  const ipv4 = all(below, 'ip address').map((text) => text.replace(' secondary', ''));
  const ipv6 = all(below, 'ipv6 address').filter((text) => text.includes('/'));
  const hasIpv6 = ipv6.length > 0 || has(below, 'ipv6 address use-link-local-only');
  const isAdvertising = hasIpv6 && !has(below, 'ipv6 nd suppress-ra') && !name.startsWith('loopback');
  const [vrf, ospf, ospf3] = [
    one(below, 'vrf member'),
    readOspf(name, below, 2, config),
    readOspf(name, below, 3, config),
  ];
  const hsrp = config.features.has('hsrp') ? sections(below, 'hsrp') : [];
  return {
    ...nothing,
    ...(name.startsWith('loopback') ? {} : { mtu }),
    addresses: [...ipv4, ...ipv6].sort(),
    sharedGateways: hsrp.flatMap((group) => all(group.below, 'ip')).sort(),
    linkLocal: isAdvertising && !name.startsWith('Vlan'),
    ...(isAdvertising && name.startsWith('Vlan') ? { advertises: advertised(below, ipv6) } : {}),
    ...(vrf === undefined ? {} : { vrf }),
    ...lag,
    ...(ospf ? { ospf } : {}),
    ...(ospf3 ? { ospf3 } : {}),
  };
}

/** A channel is there only where its port is broken out. */
function exists(name: string, { brokenOut }: Config): boolean {
  const panel = /^Ethernet1\/(\d+)\/\d+/.exec(name)?.[1];
  return name !== 'mgmt0' && !name.startsWith('breakout') && (panel === undefined || brokenOut.has(panel));
}

function readNeighbor(own: readonly Block[], bgp: readonly Block[], config: Config): ReadNeighbor {
  const template = section(bgp, `template peer ${one(own, 'inherit peer')}`) ?? [];
  const policies = new Map<string, string>();
  const families = new Set<4 | 6>();
  const said = new Set<string>();
  for (const side of [template, own]) {
    for (const { name, below } of sections(side, 'address-family')) {
      const family = name === 'ipv4 unicast' ? 4 : 6;
      families.add(family);
      for (const line of lines(below)) said.add(line);
      for (const text of all(below, 'route-map')) {
        const [policy = '', direction = ''] = text.split(' ');
        policies.set(`${family} ${direction}`, policy);
      }
    }
  }
  return {
    remoteAs: number(own, 'remote-as') ?? number(template, 'remote-as') ?? 0,
    families: [...families].sort(),
    bfd: (has(template, 'bfd') || has(own, 'bfd')) && config.features.has('bfd'),
    routeReflectorClient: said.has('route-reflector-client'),
    addPath: said.has('capability additional-paths send') && said.has('capability additional-paths receive'),
    policies: [...policies].map(([key, policy]) => `${key} ${policy}`).sort(),
  };
}

function readBgp(config: Config): ReadBgp | undefined {
  const [process] = sections(config.blocks, 'router bgp');
  if (!process || !config.features.has('bgp')) return undefined;
  const instances = [{ name: '', below: process.below }, ...sections(process.below, 'vrf')];
  const neighbors: Record<string, ReadNeighbor> = {};
  const found: Record<'network' | 'aggregate-address', string[]> = { network: [], 'aggregate-address': [] };
  const paths: number[] = [];
  for (const { name, below } of instances) {
    for (const neighbor of sections(below, 'neighbor')) {
      neighbors[`${name}|${neighbor.name}`] = readNeighbor(neighbor.below, process.below, config);
    }
    for (const family of sections(below, 'address-family')) {
      for (const key of ['network', 'aggregate-address'] as const) {
        found[key].push(...all(family.below, key).map((prefix) => `${name}|${prefix}`));
      }
      paths.push(number(family.below, 'maximum-paths') ?? 1, number(family.below, 'maximum-paths ibgp') ?? 1);
    }
  }
  const clusterId = one(process.below, 'cluster-id');
  return {
    asn: Number(process.name),
    routerId: one(process.below, 'router-id') ?? '',
    ...(clusterId === undefined ? {} : { clusterId }),
    maximumPaths: Math.min(...paths),
    neighbors,
    networks: found.network.sort(),
    aggregates: found['aggregate-address'].sort(),
  };
}

function readMlag(config: Config): ReadMlag | undefined {
  const [domain] = sections(config.blocks, 'vpc domain');
  if (!domain || !config.features.has('vpc')) return undefined;
  const link = sections(config.blocks, 'interface').find(({ below }) => has(below, 'vpc peer-link'));
  const keepalive = one(domain.below, 'peer-keepalive destination')?.split(' ')[0];
  return {
    domain: Number(domain.name),
    peerLink: link?.name ?? '',
    // A vPC peer link has no addresses.
    remote: '',
    ...(keepalive === undefined ? {} : { keepalive }),
  };
}

/** VLANs of the block that NX-OS keeps to itself are not there, unless it is told to keep another. */
const firstReserved = 3968;

function readVlans({ blocks }: Config): Record<number, string> {
  const isMoved = one(blocks, 'system vlan') !== undefined;
  const found: Record<number, string> = {};
  for (const { name, below } of sections(blocks, 'vlan')) {
    if (Number(name) < firstReserved || isMoved) found[Number(name)] = one(below, 'name') ?? '';
  }
  return found;
}

function readPrefixLists({ blocks }: Config): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const text of [...all(blocks, 'ip prefix-list'), ...all(blocks, 'ipv6 prefix-list')]) {
    const [name = '', , , action = '', ...entry] = text.split(' ');
    (found[name] ??= []).push(...(action === 'permit' ? [entry.join(' ')] : []));
  }
  return found;
}

function readChains(blocks: readonly Block[]): Map<string, string> {
  return new Map(
    sections(blocks, 'key chain').map(({ name, below }) => {
      const [key] = sections(below, 'key');
      const algorithm = one(key?.below ?? [], 'cryptographic-algorithm') === 'HMAC-SHA-256' ? 'sha256' : 'md5';
      return [name, `${algorithm} ${key?.name}`];
    }),
  );
}

/** Reads an NX-OS config. */
export const read: Reader = (files) => {
  const blocks = parse(files.map(({ content }) => content).join('\n'));
  const config: Config = {
    blocks,
    features: new Set(all(blocks, 'feature')),
    chains: readChains(blocks),
    brokenOut: new Set(all(blocks, 'interface breakout module 1 port').map((text) => text.split(' ')[0]!)),
  };
  const { features } = config;
  const ospf = features.has('ospf') ? one(section(blocks, 'router ospf 1') ?? [], 'router-id') : undefined;
  const ospf3 = features.has('ospfv3') ? one(section(blocks, 'router ospfv3 1') ?? [], 'router-id') : undefined;
  const [bgp, mlag, priority] = [readBgp(config), readMlag(config), number(blocks, 'spanning-tree mst 0 priority')];
  return {
    hostname: one(blocks, 'hostname') ?? '',
    interfaces: Object.fromEntries(
      sections(blocks, 'interface')
        .filter(({ name }) => exists(name, config))
        .map(({ name, below }) => [name, readInterface(name, below, config)]),
    ),
    vlans: readVlans(config),
    vrfs: sections(blocks, 'vrf context')
      .map(({ name }) => name)
      .filter((name) => name !== 'management')
      .sort(),
    ...(ospf === undefined ? {} : { ospfRouterId: ospf }),
    ...(ospf3 === undefined ? {} : { ospf3RouterId: ospf3 }),
    ...(bgp ? { bgp } : {}),
    ...(mlag ? { mlag } : {}),
    ...(priority === undefined ? {} : { spanningTreePriority: priority }),
    prefixLists: readPrefixLists(config),
  };
};
