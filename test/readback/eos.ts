import type { Family } from '../../src/ip/index.ts';
import type { ReadBgp, ReadInterface, ReadMlag, ReadNeighbor, ReadOspf, Reader } from './reading.ts';

/** A line of a config and those below it, which are indented deeper. */
interface Block {
  readonly line: string;
  readonly children: Block[];
}

const indent = 3;

function blocksOf(text: string): Block[] {
  const root: Block = { line: '', children: [] };
  const open = [root];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('!')) continue;
    open.length = (raw.length - raw.trimStart().length) / indent + 1;
    const block: Block = { line, children: [] };
    open.at(-1)!.children.push(block);
    open.push(block);
  }
  return root.children;
}

const linesOf = (block: Block | undefined): string[] => block?.children.map(({ line }) => line) ?? [];

const blockOf = (blocks: readonly Block[], heading: RegExp): Block | undefined =>
  blocks.find(({ line }) => heading.test(line));

/** What a pattern catches in each line that it matches. */
const all = (lines: readonly string[], pattern: RegExp): string[] =>
  lines.flatMap((line) => pattern.exec(line)?.[1] ?? []);

const first = (lines: readonly string[], pattern: RegExp): string | undefined => all(lines, pattern)[0];

function numberIn(lines: readonly string[], pattern: RegExp): number | undefined {
  const found = first(lines, pattern);
  return found === undefined ? undefined : Number(found);
}

/** Without what is undefined, as the model's readings are. */
function compact<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function vlansIn(list: string): number[] {
  if (list === 'none') return [];
  return list.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/** The whole config, as far as interfaces need it. */
interface Config {
  readonly blocks: readonly Block[];
  readonly ospf: readonly string[];
  readonly ospf3: readonly string[];
}

interface Version {
  /** How lines of an interface begin. */
  readonly prefix: string;
  readonly bfd: string;
  readonly process: readonly string[];
  readonly active: boolean;
}

function ospfIn(lines: readonly string[], { prefix, bfd, process, active }: Version): ReadOspf | undefined {
  const setting = (name: string) => new RegExp(`^${prefix} ${name} (\\S+)`);
  const area = first(lines, setting('area'));
  if (area === undefined) return undefined;
  if (!active) return { area, passive: true, pointToPoint: true, hello: 0, dead: 0, bfd: false };
  const [, keyId, algorithm] = /^ip ospf message-digest-key (\d+) (\w+) 0 \S/m.exec(lines.join('\n')) ?? [];
  const asked = lines.includes(`${prefix} authentication message-digest`);
  return compact<ReadOspf>({
    area,
    passive: false,
    pointToPoint: lines.includes(`${prefix} network point-to-point`),
    cost: numberIn(lines, setting('cost')),
    hello: numberIn(lines, setting('hello-interval')) ?? 10,
    dead: numberIn(lines, setting('dead-interval')) ?? 40,
    bfd: process.includes('bfd default') || lines.includes(bfd),
    authentication: asked && keyId !== undefined ? `${algorithm} ${keyId}` : undefined,
  });
}

const isActive = (process: readonly string[], exception: boolean): boolean =>
  process.length > 0 && (!process.includes('passive-interface default') || exception);

function ospfsIn(name: string, lines: readonly string[], { ospf, ospf3 }: Config) {
  return {
    ospf: ospfIn(lines, {
      prefix: 'ip ospf',
      bfd: 'ip ospf neighbor bfd',
      process: ospf,
      active: isActive(ospf, ospf.includes(`no passive-interface ${name}`)),
    }),
    ospf3: ospfIn(lines, {
      prefix: 'ospfv3 ipv6',
      bfd: 'ospfv3 ipv6 bfd',
      process: ospf3,
      active: isActive(ospf3, lines.includes('no ospfv3 ipv6 passive-interface')),
    }),
  };
}

function switchportIn(lines: readonly string[]): { tagged: number[]; native?: number } {
  const access = numberIn(lines, /^switchport access vlan (\d+)$/);
  if (access !== undefined) return { tagged: [], native: access };
  if (!lines.includes('switchport mode trunk')) return { tagged: [] };
  const native = numberIn(lines, /^switchport trunk native vlan (\d+)$/);
  const allowed = all(lines, /^switchport trunk allowed vlan (\S+)$/).flatMap(vlansIn);
  const tagged = allowed.filter((vlan) => vlan !== native).sort((a, b) => a - b);
  return native === undefined ? { tagged } : { tagged, native };
}

/** How the members of a LAG say that it is negotiated. */
function lacpIn({ blocks }: Config, id: string): string | undefined {
  const said = blocks.flatMap(({ line, children }) => {
    if (!line.startsWith('interface Ethernet')) return [];
    const lines = children.map((child) => child.line);
    const mode = first(lines, new RegExp(`^channel-group ${id} mode (\\w+)$`));
    if (mode === undefined) return [];
    return mode === 'on' ? 'static' : `${mode} ${lines.includes('lacp timer fast') ? 'fast' : 'slow'}`;
  });
  const modes = [...new Set(said)];
  return modes.length === 0 ? undefined : modes.join(' and ');
}

function advertisesIn(name: string, lines: readonly string[]): readonly string[] | undefined {
  const hasIpv6 = lines.some((line) => /^ipv6 (?:address|enable)/.test(line));
  if (!name.startsWith('Vlan') || !hasIpv6 || lines.includes('ipv6 nd ra disabled all')) return undefined;
  return all(lines, /^ipv6 nd prefix (\S+)/).sort();
}

function interfaceIn({ line, children }: Block, config: Config): [string, ReadInterface] {
  const name = line.slice('interface '.length);
  const lines = children.map((child) => child.line);
  const isPort = /^(?:Ethernet|Port-Channel)[\d/]+$/.test(name);
  const routed = !isPort || lines.includes('no switchport');
  const group = first(lines, /^channel-group (\d+) mode/);
  const lag = /^Port-Channel(\d+)$/.exec(name)?.[1];
  // A tagged VLAN is its number only where the line says so.
  const spelled = name.includes('.')
    ? name.replace(/\.\d+$/, `.${first(lines, /^encapsulation dot1q vlan (\d+)$/)}`)
    : name;
  const reading = compact<ReadInterface>({
    mtu: numberIn(lines, /^mtu (\d+)$/),
    addresses: routed ? all(lines, /^(?:ip|ipv6) address (\S+)(?: secondary)?$/).sort() : [],
    sharedGateways: all(lines, /^(?:ip|ipv6) virtual-router address (\S+)$/).sort(),
    linkLocal: routed && lines.includes('ipv6 enable') && !lines.includes('ipv6 nd ra disabled all'),
    advertises: advertisesIn(name, lines),
    vrf: first(lines, /^vrf (\S+)$/),
    lag: group === undefined ? undefined : `Port-Channel${group}`,
    lacp: lag === undefined ? undefined : lacpIn(config, lag),
    mlag: numberIn(lines, /^mlag (\d+)$/),
    ...ospfsIn(name, lines, config),
    ...(routed ? { tagged: [], native: undefined } : { native: undefined, ...switchportIn(lines) }),
  });
  return [spelled, reading];
}

/** BGP of an instance: its own lines, and what its address families say of a name. */
interface Instance {
  readonly vrf: string;
  readonly lines: readonly string[];
  readonly families: ReadonlyMap<Family, readonly string[]>;
}

function instanceIn(vrf: string, block: Block): Instance {
  const families = ([4, 6] as const).map((family) => {
    const own = blockOf(block.children, new RegExp(`^address-family ipv${family}$`));
    return [family, linesOf(own)] as const;
  });
  return { vrf, lines: linesOf(block), families: new Map(families) };
}

/** What lines say of a name, without it. */
const about = (name: string, lines: readonly string[]): string[] =>
  lines.flatMap((line) => (line.startsWith(`neighbor ${name} `) ? line.slice(`neighbor ${name} `.length) : []));

function policyIn(said: readonly (readonly string[])[], direction: string): string | undefined {
  return said.flatMap((lines) => all(lines, new RegExp(`^route-map (\\S+) ${direction}$`)))[0];
}

interface Session {
  /** Its name in lines; absent where it is behind a port. */
  readonly name?: string;
  readonly group: string;
  readonly remoteAs?: string | undefined;
}

const sends = (lines: readonly string[]): boolean =>
  lines.includes('additional-paths receive') && lines.includes('additional-paths send any');

/** A session with what its group says: in the default instance, or in an address family of the session's own. */
function neighborIn({ name, group, remoteAs }: Session, own: Instance, shared: Instance): ReadNeighbor {
  const ownLines = name === undefined ? [] : about(name, own.lines);
  const groupLines = about(group, shared.lines);
  const session = [ownLines, groupLines];
  const active = ([4, 6] as const).flatMap((family) => {
    const lines = own.families.get(family) ?? [];
    const said = [...(name === undefined ? [] : [about(name, lines)]), about(group, lines)];
    return said.some((one) => one.includes('activate')) ? [{ family, said }] : [];
  });
  const inForce = session.flat();
  return {
    remoteAs: Number(remoteAs ?? first(inForce, /^remote-as (\d+)$/) ?? 0),
    families: active.map(({ family }) => family),
    bfd: inForce.includes('bfd'),
    routeReflectorClient: inForce.includes('route-reflector-client'),
    addPath: sends(inForce) || (active.length > 0 && active.every(({ said }) => sends(said.flat()))),
    policies: active
      .flatMap(({ family, said }) =>
        ['in', 'out'].flatMap((direction) => {
          const policy = policyIn([...said, ...session], direction);
          return policy === undefined ? [] : `${family} ${direction} ${policy}`;
        }),
      )
      .sort(),
  };
}

function neighborsIn(instance: Instance, shared: Instance): [string, ReadNeighbor][] {
  return instance.lines.flatMap((line): [string, ReadNeighbor][] => {
    const [, name, group] = /^neighbor (\S+) peer group (\S+)$/.exec(line) ?? [];
    if (name !== undefined) return [[`${instance.vrf}|${name}`, neighborIn({ name, group: group! }, instance, shared)]];
    const [, port, ofPort, remoteAs] =
      /^neighbor interface (\S+) peer-group (\S+)(?: remote-as (\d+))?$/.exec(line) ?? [];
    return port === undefined
      ? []
      : [[`${instance.vrf}|${port}`, neighborIn({ group: ofPort!, remoteAs }, instance, shared)]];
  });
}

function bgpIn(blocks: readonly Block[]): ReadBgp | undefined {
  const block = blockOf(blocks, /^router bgp \d+$/);
  if (!block) return undefined;
  const shared = instanceIn('', block);
  const vrfs = block.children.filter(({ line }) => line.startsWith('vrf '));
  const instances = [shared, ...vrfs.map((one) => instanceIn(one.line.slice('vrf '.length), one))];
  const prefixes = (linesOfInstance: (one: Instance) => readonly string[], pattern: RegExp) =>
    instances.flatMap((one) => all(linesOfInstance(one), pattern).map((prefix) => `${one.vrf}|${prefix}`)).sort();
  return compact<ReadBgp>({
    asn: Number(block.line.split(' ')[2]),
    routerId: first(shared.lines, /^router-id (\S+)$/) ?? '',
    clusterId: first(shared.lines, /^bgp cluster-id (\S+)$/),
    maximumPaths: numberIn(shared.lines, /^maximum-paths \d+ ecmp (\d+)$/) ?? 1,
    neighbors: Object.fromEntries(instances.flatMap((one) => neighborsIn(one, shared))),
    networks: prefixes((one) => [...one.families.values()].flat(), /^network (\S+)$/),
    aggregates: prefixes((one) => one.lines, /^aggregate-address (\S+)$/),
  });
}

function mlagIn(blocks: readonly Block[]): ReadMlag | undefined {
  const block = blockOf(blocks, /^mlag configuration$/);
  if (!block) return undefined;
  const lines = linesOf(block);
  const own = blockOf(blocks, new RegExp(`^interface ${first(lines, /^local-interface (\S+)$/)}$`));
  return compact<ReadMlag>({
    domain: numberIn(lines, /^domain-id (\d+)$/) ?? 0,
    peerLink: first(lines, /^peer-link (\S+)$/) ?? '',
    local: first(linesOf(own), /^ip address (\S+)\/\d+$/),
    remote: first(lines, /^peer-address (\d\S+)$/) ?? '',
    keepalive: first(lines, /^peer-address heartbeat (\S+) vrf \S+$/),
  });
}

/** Reads a config of EOS, by no other knowledge than that of EOS. */
export const read: Reader = (files) => {
  const blocks = blocksOf(files.map(({ content }) => content).join(''));
  const lines = blocks.map(({ line }) => line);
  const ospfBlock = blockOf(blocks, /^router ospf \d+$/);
  const ospf3Block = blockOf(blocks, /^router ospfv3$/);
  const ospf3 = linesOf(blockOf(ospf3Block?.children ?? [], /^address-family ipv6$/));
  const config: Config = { blocks, ospf: linesOf(ospfBlock), ospf3 };
  const interfaces = blocks.filter(({ line }) => /^interface (?!Management)/.test(line));
  const management = first(linesOf(blockOf(blocks, /^interface Management1$/)), /^vrf (\S+)$/);
  const lists = blocks.filter(({ line }) => /^ip(?:v6)? prefix-list /.test(line));
  return compact({
    hostname: first(lines, /^hostname (\S+)$/) ?? '',
    interfaces: Object.fromEntries(interfaces.map((block) => interfaceIn(block, config))),
    vlans: Object.fromEntries(
      blocks.flatMap((block) => {
        const id = /^vlan (\d+)$/.exec(block.line)?.[1];
        return id === undefined ? [] : [[Number(id), first(linesOf(block), /^name (\S+)$/) ?? '']];
      }),
    ),
    vrfs: all(lines, /^vrf instance (\S+)$/)
      .filter((name) => name !== management)
      .sort(),
    ospfRouterId: first(linesOf(ospfBlock), /^router-id (\S+)$/),
    ospf3RouterId: first(linesOf(ospf3Block), /^router-id (\S+)$/),
    bgp: bgpIn(blocks),
    mlag: mlagIn(blocks),
    spanningTreePriority: numberIn(lines, /^spanning-tree mst 0 priority (\d+)$/) ?? 32768,
    prefixLists: Object.fromEntries(
      lists.map((block) => [block.line.split(' ')[2]!, all(linesOf(block), /^seq \d+ permit (.+)$/)]),
    ),
  });
};
