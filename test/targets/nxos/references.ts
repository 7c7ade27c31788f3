import { after, linesOf } from './config-lines.ts';

/** VLANs in a list such as `10,20-22`. */
export function expandVlans(list: string): number[] {
  if (list === 'none') return [];
  return list.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map(Number);
    return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index);
  });
}

const word = (text: string, index = 0): string => text.split(' ')[index]!;

const matches = (lines: readonly string[], pattern: RegExp): string[] =>
  lines.flatMap((line) => pattern.exec(line)?.[1] ?? []);

/** How a kind of thing is defined and how it is used, in lines at any depth. */
interface Kind {
  readonly name: string;
  readonly defined: (lines: readonly string[]) => string[];
  readonly used: (lines: readonly string[]) => string[];
}

const kinds: readonly Kind[] = [
  {
    name: 'route-map',
    defined: (lines) => matches(lines, /^route-map (\S+) (?:permit|deny) \d+$/),
    used: (lines) => [
      ...matches(lines, /^route-map (\S+) (?:in|out)$/),
      ...after('additional-paths selection route-map', lines),
      ...matches(lines, /^(?:im|ex)port (?:vrf default )?map (\S+)$/),
    ],
  },
  {
    name: 'prefix-list',
    defined: (lines) => after('ip prefix-list', lines).map((one) => word(one)),
    used: (lines) => after('match ip address prefix-list', lines),
  },
  {
    name: 'IPv6 prefix-list',
    defined: (lines) => after('ipv6 prefix-list', lines).map((one) => word(one)),
    used: (lines) => after('match ipv6 address prefix-list', lines),
  },
  {
    name: 'community-list',
    defined: (lines) => after('ip community-list standard', lines).map((one) => word(one)),
    used: (lines) => after('match community', lines),
  },
  {
    name: 'extcommunity-list',
    defined: (lines) => after('ip extcommunity-list standard', lines).map((one) => word(one)),
    used: (lines) => after('match extcommunity', lines),
  },
  {
    name: 'route target',
    defined: (lines) => after('route-target export', lines),
    used: (lines) => [
      ...after('route-target import', lines),
      ...matches(lines, /^ip extcommunity-list .* permit rt (\S+)$/),
    ],
  },
  {
    name: 'access-list',
    defined: (lines) => matches(lines, /^ip(?:v6)? access-list (\S+)$/),
    used: (lines) => matches(lines, /^snmp-server community \S+ use-ipv[46]acl (\S+)$/),
  },
  {
    name: 'key chain',
    defined: (lines) => after('key chain', lines),
    used: (lines) => after('ip ospf authentication key-chain', lines),
  },
  {
    name: 'peer template',
    defined: (lines) => after('template peer', lines),
    used: (lines) => after('inherit peer', lines),
  },
  {
    name: 'VLAN',
    defined: (lines) => matches(lines, /^vlan (\d+)$/),
    used: (lines) => [
      ...after('switchport access vlan', lines),
      ...matches(lines, /^switchport trunk native vlan (\d+)$/),
      ...after('switchport trunk allowed vlan', lines).flatMap((list) => expandVlans(list).map(String)),
      ...matches(lines, /^interface Vlan(\d+)$/),
    ],
  },
  {
    name: 'VRF',
    defined: (lines) => after('vrf context', lines),
    used: (lines) => matches(lines, /\b(?:use-vrf|vrf member|source \S+ vrf|^vrf) (?!context|member)(\S+)/),
  },
  {
    name: 'interface',
    defined: (lines) => after('interface', lines),
    used: (lines) => [
      ...after('update-source', lines),
      ...matches(lines, /^channel-group (\d+) /).map((id) => `port-channel${id}`),
      ...matches(lines, /^neighbor (Ethernet\S+)$/),
      ...matches(lines, /^interface (\S+)\.\d+$/),
    ],
  },
  {
    name: 'feature',
    defined: (lines) => after('feature', lines),
    used: (lines) => [
      ...(lines.some((line) => line.startsWith('router ospf ')) ? ['ospf'] : []),
      ...(lines.some((line) => line.startsWith('router ospfv3 ')) ? ['ospfv3'] : []),
      ...(lines.some((line) => line.startsWith('router bgp ')) ? ['bgp'] : []),
      ...(lines.some((line) => line.startsWith('interface Vlan')) ? ['interface-vlan'] : []),
      ...(lines.some((line) => /^hsrp \d/.test(line)) ? ['hsrp'] : []),
      ...(lines.some((line) => /^channel-group \d+ mode (active|passive)/.test(line)) ? ['lacp'] : []),
      ...(lines.some((line) => line.startsWith('vpc domain ')) ? ['vpc'] : []),
      ...(lines.some((line) => /dhcp relay address/.test(line)) ? ['dhcp'] : []),
      ...(lines.some((line) => /^(ip ospf |ospfv3 )?bfd$|^bfd interval/.test(line)) ? ['bfd'] : []),
    ],
  },
];

/** Things that a config refers to and does not define. */
export function undefinedReferences(text: string): string[] {
  const lines = linesOf(text);
  return kinds.flatMap(({ name, defined, used }) => {
    const known = new Set(defined(lines));
    return [...new Set(used(lines))].filter((one) => !known.has(one)).map((one) => `${name} ${one}`);
  });
}

/** How many references of each kind a config has. */
export function referenceCounts(text: string): Record<string, number> {
  const lines = linesOf(text);
  return Object.fromEntries(kinds.map(({ name, used }) => [name, used(lines).length]));
}

/** Features that a config loads and has nothing of; LLDP has no lines of its own. */
export function idleFeatures(text: string): string[] {
  const lines = linesOf(text);
  const { defined, used } = kinds.find(({ name }) => name === 'feature')!;
  const needed = new Set([...used(lines), 'lldp']);
  return defined(lines).filter((one) => !needed.has(one));
}
