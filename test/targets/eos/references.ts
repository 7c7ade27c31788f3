import { after, allLines, parseConfig } from './config-tree.ts';

/** VLANs in a list such as `10,20-22`. */
export function expandVlans(list: string): number[] {
  if (list === 'none') return [];
  return list.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map(Number);
    return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index);
  });
}

const word = (text: string, index = 0): string => text.split(' ')[index]!;

/** How a kind of thing is defined and how it is used, in lines at any depth. */
interface Kind {
  readonly name: string;
  readonly defined: (lines: readonly string[]) => string[];
  readonly used: (lines: readonly string[]) => string[];
}

const matches = (lines: readonly string[], pattern: RegExp): string[] =>
  lines.flatMap((line) => {
    const found = pattern.exec(line)?.[1];
    return found === undefined ? [] : [found];
  });

const kinds: readonly Kind[] = [
  {
    name: 'route-map',
    defined: (lines) => after('route-map', lines).map((one) => word(one)),
    used: (lines) => [
      ...matches(lines, /^neighbor \S+ (?:default-originate )?route-map (\S+) (?:in|out|always)$/),
      ...matches(lines, /subscribe-policy (\S+)$/),
    ],
  },
  {
    name: 'prefix-list',
    defined: (lines) => after('ip prefix-list', lines),
    used: (lines) => after('match ip address prefix-list', lines),
  },
  {
    name: 'IPv6 prefix-list',
    defined: (lines) => after('ipv6 prefix-list', lines),
    used: (lines) => after('match ipv6 address prefix-list', lines),
  },
  {
    name: 'community-list',
    defined: (lines) => after('ip community-list', lines).map((one) => word(one)),
    used: (lines) => after('match community', lines),
  },
  {
    name: 'access-list',
    defined: (lines) => after('ip access-list standard', lines),
    used: (lines) => matches(lines, /^snmp-server community \S+ ro (\S+)$/),
  },
  {
    name: 'peer group',
    defined: (lines) => matches(lines, /^neighbor (\S+) peer group$/),
    used: (lines) => [
      ...matches(lines, /^neighbor \S+ peer group (\S+)$/),
      ...matches(lines, /^neighbor interface \S+ peer-group (\S+)/),
      ...matches(lines, /^neighbor ([A-Z]\S*) (?!peer group)/),
    ],
  },
  {
    name: 'VLAN',
    defined: (lines) => matches(lines, /^vlan (\d+)$/),
    used: (lines) => [
      ...after('switchport access vlan', lines),
      ...matches(lines, /^switchport trunk native vlan (\d+)$/),
      ...after('switchport trunk allowed vlan', lines).flatMap((list) => expandVlans(list).map(String)),
      ...matches(lines, /^interface Vlan(\d+)$/),
      ...after('no spanning-tree vlan-id', lines),
    ],
  },
  {
    name: 'trunk group',
    defined: (lines) => after('trunk group', lines),
    used: (lines) => after('switchport trunk group', lines),
  },
  {
    name: 'VRF',
    defined: (lines) => ['default', ...after('vrf instance', lines)],
    used: (lines) => matches(lines, /\bvrf (?!instance )(\S+)/),
  },
  {
    name: 'interface',
    defined: (lines) => after('interface', lines),
    used: (lines) => [
      ...after('no passive-interface', lines),
      ...matches(lines, /update-source (\S+)$/),
      ...matches(lines, /^neighbor interface (\S+) /),
      ...matches(lines, /^interface (\S+)\.\d+$/),
      ...after('peer-link', lines),
      ...after('local-interface', lines),
      ...matches(lines, /^channel-group (\d+) /).map((id) => `Port-Channel${id}`),
    ],
  },
];

/** Things that a config refers to and does not define. */
export function undefinedReferences(text: string): string[] {
  const lines = allLines(parseConfig(text));
  return kinds.flatMap(({ name, defined, used }) => {
    const known = new Set(defined(lines));
    return [...new Set(used(lines))].filter((one) => !known.has(one)).map((one) => `${name} ${one}`);
  });
}

/** How many references of each kind a config has. */
export function referenceCounts(text: string): Record<string, number> {
  const lines = allLines(parseConfig(text));
  return Object.fromEntries(kinds.map(({ name, used }) => [name, used(lines).length]));
}

/** Blocks that a config has twice: the second would be merged into the first. */
export function repeatedBlocks(text: string): string[] {
  const headings = parseConfig(text).map(({ line }) => line);
  return headings.filter((line, index) => headings.indexOf(line) !== index);
}
