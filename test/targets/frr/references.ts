/** What an frr.conf names, by kind: where it is defined, and where it is used. */
interface Names {
  readonly defined: Set<string>;
  readonly used: Set<string>;
}

const definitions: readonly RegExp[] = [
  /^ip(?:v6)? (prefix-list) (\S+) seq/,
  /^bgp (community-list) standard (\S+) seq/,
  /^(route-map) (\S+) (?:permit|deny)/,
  /^ neighbor (\S+) (peer-group)$/,
  /^ (profile) (\S+)$/,
];

const uses: readonly RegExp[] = [
  /^ match ip(?:v6)? address (prefix-list) (\S+)$/,
  /^ match (community) (\S+)$/,
  /^ {2}neighbor \S+ (route-map) (\S+) (?:in|out)$/,
  /^ {2}import vrf (route-map) (\S+)$/,
  /^ neighbor \S+ (?:interface v6only )?(peer-group) (\S+)$/,
  /^ (?:ip ospf|ipv6 ospf6|neighbor \S+) bfd (profile) (\S+)$/,
];

const kinds = ['prefix-list', 'community-list', 'route-map', 'peer-group', 'profile'] as const;

function keyOf(match: RegExpExecArray): string {
  const [, first = '', second = ''] = match;
  const kind = second === 'peer-group' ? second : first;
  return `${kind === 'community' ? 'community-list' : kind} ${second === 'peer-group' ? first : second}`;
}

function namesIn(text: string): Names {
  const found = (forms: readonly RegExp[]) =>
    new Set(
      text
        .split('\n')
        .flatMap((line) => forms.map((form) => form.exec(line)).filter((match) => match !== null))
        .map(keyOf),
    );
  return { defined: found(definitions), used: found(uses) };
}

/** Names in an frr.conf that nothing defines (which vtysh does not see), and those that nothing uses. */
export function looseNames(text: string): string[] {
  const { defined, used } = namesIn(text);
  return [
    ...[...used].filter((name) => !defined.has(name)).map((name) => `undefined ${name}`),
    ...[...defined].filter((name) => !used.has(name)).map((name) => `unused ${name}`),
  ];
}

/** Every kind of name that a text uses. */
export function kindsUsed(text: string): string[] {
  const { used } = namesIn(text);
  return kinds.filter((kind) => [...used].some((name) => name.startsWith(`${kind} `)));
}
