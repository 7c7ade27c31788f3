import { type Block, after, allLines, childLines, find, parseConfig } from './config-tree.ts';
import type { InterfaceMeaning, Meaning, OspfMeaning, PolicyStepMeaning, SessionsMeaning } from './meaning.ts';
import { expandVlans } from './references.ts';

/** Leaves out what is undefined, as the model's optional properties are left out. */
function compact<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

const numeric = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

function ospfIn(lines: readonly string[], active: boolean, bfdByDefault: boolean): OspfMeaning | undefined {
  const [area] = after('ip ospf area', lines);
  if (area === undefined) return undefined;
  const [key] = after('ip ospf message-digest-key', lines);
  return compact<OspfMeaning>({
    area,
    active,
    pointToPoint: lines.includes('ip ospf network point-to-point'),
    cost: numeric(after('ip ospf cost', lines)[0]),
    bfd: active && (bfdByDefault || lines.includes('ip ospf neighbor bfd')),
    hello: numeric(after('ip ospf hello-interval', lines)[0]) ?? 10,
    dead: numeric(after('ip ospf dead-interval', lines)[0]) ?? 40,
    retransmit: numeric(after('ip ospf retransmit-interval', lines)[0]) ?? 5,
    key: lines.includes('ip ospf authentication message-digest') ? key : undefined,
  });
}

function switchportIn(lines: readonly string[]): InterfaceMeaning['switchport'] {
  const [access] = after('switchport access vlan', lines);
  if (access !== undefined) return { tagged: [], native: Number(access) };
  if (!lines.includes('switchport mode trunk')) return undefined;
  const native = numeric(after('switchport trunk native vlan', lines).find((one) => one !== 'tag'));
  const allowed = after('switchport trunk allowed vlan', lines).flatMap(expandVlans);
  const tagged = allowed.filter((vlan) => vlan !== native);
  return native === undefined ? { tagged } : { tagged, native };
}

function edgeIn(lines: readonly string[]): InterfaceMeaning['edge'] {
  if (!lines.includes('spanning-tree portfast')) return undefined;
  const level = (kind: string) => Number(after(`storm-control ${kind} level`, lines)[0]);
  const bpduGuard = lines.includes('spanning-tree bpduguard enable');
  return { broadcast: level('broadcast'), multicast: level('multicast'), bpduGuard };
}

function lagIn(lines: readonly string[]): InterfaceMeaning['lag'] {
  const [, id, mode] = /^(\d+) mode (\w+)$/.exec(after('channel-group', lines)[0] ?? '') ?? [];
  if (id === undefined) return undefined;
  return { id: Number(id), active: mode === 'active', rate: lines.includes('lacp timer fast') ? 'fast' : 'slow' };
}

function interfaceIn(block: Block, ospf: readonly string[]): InterfaceMeaning {
  const lines = childLines(block);
  const name = block.line.slice('interface '.length);
  const [, interval, rx, multiplier] =
    /^(\d+) min-rx (\d+) multiplier (\d+)$/.exec(after('bfd interval', lines)[0] ?? '') ?? [];
  const routes = !/^(?:Ethernet|Port)/.test(name) || lines.includes('no switchport');
  return compact<InterfaceMeaning>({
    description: after('description', lines)[0] ?? '',
    mtu: numeric(after('mtu', lines)[0]),
    addresses: routes ? after('ip address', lines) : [],
    vrf: after('vrf', lines)[0],
    switchport: routes ? undefined : switchportIn(lines),
    edge: edgeIn(lines),
    lag: lagIn(lines),
    minLinks: numeric(after('port-channel min-links', lines)[0]) ?? 1,
    bfd:
      interval !== undefined && interval === rx
        ? { interval: Number(interval), multiplier: Number(multiplier) }
        : undefined,
    helpers: after('ip helper-address', lines),
    sharedGateway: after('ip virtual-router address', lines)[0],
    ospf: ospfIn(lines, ospf.includes(`no passive-interface ${name}`), ospf.includes('bfd default')),
  });
}

function stepIn(block: Block): PolicyStepMeaning {
  const [, policy, action, sequence] = block.line.split(' ');
  const lines = childLines(block);
  return compact<PolicyStepMeaning>({
    policy: policy!,
    action: action!,
    sequence: Number(sequence),
    prefixList: after('match ip address prefix-list', lines)[0],
    communityList: after('match community', lines)[0],
    localPreference: numeric(after('set local-preference', lines)[0]),
    add: after('set community', lines).flatMap((text) => text.split(' ').filter((one) => one !== 'additive')),
    next: numeric(after('continue', lines)[0]),
  });
}

function sessionsIn(name: string, all: readonly string[], activated: readonly string[]): SessionsMeaning {
  const lines = after(`neighbor ${name}`, all);
  const policy = (direction: string) =>
    /^route-map (\S+) (\w+)$/.exec(
      lines.find((one) => one.startsWith('route-map') && one.endsWith(` ${direction}`)) ?? '',
    )?.[1];
  return compact<SessionsMeaning>({
    remoteAs: numeric(after('remote-as', lines)[0]),
    group: after('peer group', lines)[0],
    description: after('description', lines)[0] ?? '',
    source: after('update-source', lines)[0],
    client: lines.includes('route-reflector-client'),
    nextHopSelf: lines.includes('next-hop-self'),
    addPath: lines.includes('additional-paths receive') && lines.includes('additional-paths send any'),
    communities: lines.includes('send-community'),
    active: activated.includes(`neighbor ${name} activate`),
    password: after('password 0', lines)[0],
    import: policy('in'),
    export: policy('out'),
    limit: numeric(after('maximum-routes', lines)[0]),
  });
}

function bgpIn(block: Block | undefined): Meaning['bgp'] {
  if (!block) return undefined;
  const lines = childLines(block);
  const family = childLines(find(block.children, 'address-family ipv4'));
  const names = [...new Set(after('neighbor', lines).map((line) => line.split(' ')[0]!))];
  return compact<NonNullable<Meaning['bgp']>>({
    asn: Number(block.line.split(' ')[2]),
    routerId: after('router-id', lines)[0] ?? '',
    clusterId: after('bgp cluster-id', lines)[0],
    paths: (after('maximum-paths', lines)[0] ?? '').split(' ecmp ').map(Number),
    ipv4ByDefault: !lines.includes('no bgp default ipv4-unicast'),
    sessions: Object.fromEntries(names.map((name) => [name, sessionsIn(name, lines, family)])),
    networks: after('network', family),
  });
}

function usersIn(lines: readonly string[]): Meaning['users'] {
  const users: Record<string, Meaning['users'][string] & { keys: string[] }> = {};
  for (const line of after('username', lines)) {
    const [name, ...rest] = line.split(' ');
    const text = rest.join(' ');
    const [, privilege, role, hash] = /^privilege (\d+) role (\S+) secret sha512 (\S+)$/.exec(text) ?? [];
    if (hash !== undefined) users[name!] = { role: role!, privilege: Number(privilege), hash, keys: [] };
    const key = /^ssh-key (?:secondary )?(ssh-.*)$/.exec(text)?.[1];
    if (key !== undefined) users[name!]?.keys.push(key);
  }
  return users;
}

function snmpIn(blocks: readonly Block[], lines: readonly string[]): Meaning['snmp'] {
  const [, community, list] = /^(\S+) ro (\S+)$/.exec(after('snmp-server community', lines)[0] ?? '') ?? [];
  if (community === undefined) return undefined;
  const vrfs = [
    ...(lines.includes('no snmp-server vrf default') ? [] : ['default']),
    ...after('snmp-server vrf', lines),
  ];
  return compact<NonNullable<Meaning['snmp']>>({
    community,
    contact: after('snmp-server contact', lines)[0],
    location: after('snmp-server location', lines)[0],
    clients: childLines(find(blocks, `ip access-list standard ${list}`)).map((line) =>
      line.replace(/^\d+ permit /, ''),
    ),
    vrfs,
  });
}

/** VRFs in which a service of `management` answers: the default one until it is shut there, others when told to. */
function vrfsOf(block: Block | undefined, startsItself: boolean): string[] {
  if (!startsItself && !childLines(block).includes('no shutdown')) return [];
  const answers = new Map([['default', true]]);
  for (const child of block?.children ?? []) {
    const [vrf] = after('vrf', [child.line]);
    const lines = childLines(child);
    if (vrf !== undefined)
      answers.set(vrf, vrf === 'default' ? !lines.includes('shutdown') : lines.includes('no shutdown'));
  }
  return [...answers].flatMap(([vrf, answering]) => (answering ? [vrf] : []));
}

/** Reads what an EOS config says, by no other knowledge than EOS' own. */
export function readMeaning(text: string): Meaning {
  const blocks = parseConfig(text);
  const lines = blocks.map(({ line }) => line);
  const ospfBlock = find(blocks, 'router ospf');
  const ospf = childLines(ospfBlock);
  const named = (phrase: string) => blocks.filter(({ line }) => line.startsWith(`${phrase} `));
  const communityLists: Record<string, string[]> = {};
  for (const line of after('ip community-list', lines)) {
    const [name, , community] = line.split(' ');
    (communityLists[name!] ??= []).push(community!);
  }
  const management = lines.find((line) => line.startsWith('vrf instance '))?.split(' ')[2] ?? '';
  return compact<Meaning>({
    hostname: after('hostname', lines)[0] ?? '',
    domain: after('dns domain', lines)[0],
    timezone: after('clock timezone', lines)[0] ?? 'UTC',
    dns: after(`ip name-server vrf ${management}`, lines),
    ntp: after(`ntp server vrf ${management}`, lines),
    syslog: after(`logging vrf ${management} host`, lines),
    users: usersIn(lines),
    removedUsers: after('no username', lines),
    authorized: after('aaa authorization', lines),
    snmp: snmpIn(blocks, lines),
    services: {
      ssh: vrfsOf(find(blocks, 'management ssh'), true),
      api: vrfsOf(find(blocks, 'management api http-commands'), false),
    },
    basics: allLines(blocks).filter((line) =>
      [
        'ip routing',
        'service routing protocols model multi-agent',
        'lldp run',
        'spanning-tree mode mstp',
        'end',
      ].includes(line),
    ),
    managementGateway: after(`ip route vrf ${management} 0.0.0.0/0`, lines)[0],
    vlans: Object.fromEntries(
      named('vlan').map((block) => [Number(block.line.slice(5)), after('name', childLines(block))[0] ?? '']),
    ),
    gatewayMac: after('ip virtual-router mac-address', lines)[0],
    interfaces: Object.fromEntries(
      named('interface').map((block) => [block.line.slice('interface '.length), interfaceIn(block, ospf)]),
    ),
    prefixLists: Object.fromEntries(
      named('ip prefix-list').map((block) => [block.line.split(' ')[2], childLines(block)]),
    ),
    communityLists,
    policies: named('route-map').map(stepIn),
    bgp: bgpIn(find(blocks, 'router bgp')),
    ospf: ospfBlock && {
      routerId: after('router-id', ospf)[0] ?? '',
      referenceBandwidth: Number(after('auto-cost reference-bandwidth', ospf)[0]),
      paths: Number(after('maximum-paths', ospf)[0]),
      passiveByDefault: ospf.includes('passive-interface default'),
      maxMetric: ospf.find((line) => line.startsWith('max-metric')) ?? '',
      timers: after('timers', ospf),
    },
  });
}
