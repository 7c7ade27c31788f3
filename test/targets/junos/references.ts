const matches = (lines: readonly string[], pattern: RegExp): string[] =>
  lines.flatMap((line) => {
    const found = pattern.exec(line)?.[1];
    return found === undefined ? [] : [found];
  });

/** How a kind of thing is defined and how it is used. */
interface Kind {
  readonly name: string;
  readonly defined: readonly RegExp[];
  readonly used: readonly RegExp[];
  /** There without being defined. */
  readonly builtIn?: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    name: 'policy',
    defined: [/^set policy-options policy-statement (\S+) /],
    used: [/ (?:import|export) ([A-Za-z]\S*)$/],
  },
  {
    name: 'community',
    defined: [/^set policy-options community (\S+) members /],
    used: [/ from community (\S+)$/, / then community add (\S+)$/],
  },
  {
    name: 'VLAN',
    defined: [/^set vlans \S+ vlan-id (\d+)$/],
    used: [/ vlan members (\d+)$/, / native-vlan-id (\d+)$/, /^set interfaces irb unit (\d+) /],
  },
  {
    name: 'LAG',
    defined: [/^set interfaces (ae\d+) unit 0 /],
    used: [/ 802\.3ad (ae\d+)$/],
  },
  {
    name: 'instance',
    defined: [/^set routing-instances (\S+) instance-type /],
    builtIn: ['mgmt_junos'],
    used: [/^set routing-instances (\S+) (?!instance-type)/, /routing-instance (\S+)/, / access-list (\S+)$/],
  },
  {
    name: 'logical interface',
    defined: [],
    used: [/ interface (\S+\.\d+)(?: |$)/, / l3-interface (\S+)$/],
  },
  {
    name: 'switch port',
    defined: [/^set interfaces (\S+) unit 0 family ethernet-switching /],
    used: [/^set protocols rstp interface (\S+) /],
  },
  {
    name: 'storm-control profile',
    defined: [/^set forwarding-options storm-control-profiles (\S+) /],
    used: [/ storm-control (\S+)$/],
  },
  {
    name: 'DHCP servers',
    defined: [/dhcp-relay (?:dhcpv6 )?server-group (\S+) /],
    used: [/ active-server-group (\S+)$/],
  },
];

const all = (lines: readonly string[], patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) => matches(lines, pattern));

/** Logical interfaces are there once something is said of their unit. */
const units = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => {
    const found = /^set interfaces (\S+) unit (\d+) /.exec(line);
    return found ? [`${found[1]}.${found[2]}`] : [];
  });

/** Things that a config refers to and does not define. */
export function undefinedReferences(lines: readonly string[]): string[] {
  return kinds.flatMap(({ name, defined, used, builtIn = [] }) => {
    const known = new Set([...builtIn, ...(name === 'logical interface' ? units(lines) : all(lines, defined))]);
    return [...new Set(all(lines, used))].filter((one) => !known.has(one)).map((one) => `${name} ${one}`);
  });
}

/** How many references of each kind a config has. */
export function referenceCounts(lines: readonly string[]): Record<string, number> {
  return Object.fromEntries(kinds.map(({ name, used }) => [name, all(lines, used).length]));
}
