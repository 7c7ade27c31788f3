import type { ReadBgp, ReadInterface, ReadNeighbor, ReadOspf, Reading } from './reading.ts';

/** What frr.conf says of an interface. */
type Told = Pick<ReadInterface, 'ospf' | 'ospf3' | 'advertises'> & { readonly linkLocal: boolean };

type FrrReading = Pick<Reading, 'hostname' | 'ospfRouterId' | 'ospf3RouterId' | 'bgp' | 'prefixLists'> & {
  readonly interfaces: ReadonlyMap<string, Told>;
};

/** Sections that a head opens and `exit` ends, with their lines, of one kind. */
const sections = (text: string, head: RegExp): { name: string; lines: string[] }[] =>
  [...text.matchAll(new RegExp(`^${head.source}\\n((?: .*\\n)*)exit$`, 'gm'))].map((match) => ({
    name: match[1] ?? '',
    lines: (match.at(-1) ?? '').split('\n').map((line) => line.trim()),
  }));

const find = (lines: readonly string[], form: RegExp): string | undefined =>
  lines.map((line) => form.exec(line)?.[1]).find((value) => value !== undefined);
const all = (lines: readonly string[], form: RegExp): string[] => lines.flatMap((line) => form.exec(line)?.[1] ?? []);

/** Names of BFD profiles. */
const profilesOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/^ profile (\S+)$/gm)].map(([, name]) => name!));

function readOspf(
  lines: readonly string[],
  word: 'ip ospf' | 'ipv6 ospf6',
  profiles: Set<string>,
): ReadOspf | undefined {
  const own = lines.flatMap((line) => {
    const at = line.indexOf(word);
    return at === -1 ? [] : `${line.slice(0, at)}${line.slice(at + word.length + 1)}`;
  });
  const area = find(own, /^area (\S+)$/);
  if (area === undefined) return undefined;
  // `passive-interface default` is what version 2 has here, and version 3 does not know.
  const passive = word === 'ip ospf' ? !own.includes('no passive') : own.includes('passive');
  if (passive) return { area, passive, pointToPoint: true, hello: 0, dead: 0, bfd: false };
  const cost = find(own, /^cost (\d+)$/);
  const profile = find(own, /^bfd profile (\S+)$/);
  const [, key, algorithm] =
    /^(?:message-digest-key (\d+) (md5)|authentication key-id (\d+) hash-algo (\S+)) /m
      .exec(own.join('\n'))
      ?.filter((part) => part !== undefined) ?? [];
  return {
    area,
    passive,
    pointToPoint: own.includes('network point-to-point'),
    ...(cost === undefined ? {} : { cost: Number(cost) }),
    hello: Number(find(own, /^hello-interval (\d+)$/) ?? 10),
    dead: Number(find(own, /^dead-interval (\d+)$/) ?? 40),
    bfd: own.includes('bfd') && (profile === undefined || profiles.has(profile)),
    ...(key === undefined ? {} : { authentication: `${algorithm === 'hmac-sha-256' ? 'sha256' : algorithm} ${key}` }),
  };
}

function readInterface(lines: readonly string[], profiles: Set<string>): Told {
  const sends = lines.includes('no ipv6 nd suppress-ra');
  const toHosts = lines.some((line) => line.startsWith('ipv6 nd ra-lifetime '));
  const [ospf, ospf3] = [readOspf(lines, 'ip ospf', profiles), readOspf(lines, 'ipv6 ospf6', profiles)];
  return {
    linkLocal: sends && !toHosts,
    ...(sends && toHosts ? { advertises: all(lines, /^ipv6 nd prefix (\S+)/).sort() } : {}),
    ...(ospf ? { ospf } : {}),
    ...(ospf3 ? { ospf3 } : {}),
  };
}

/** What a route map does: nothing to what it permits, all of it; or, with everything it names defined, something. */
function routeMapsOf(text: string): (name: string) => 'nothing' | 'something' | 'undefined' {
  const lists = new Set([
    ...[...text.matchAll(/^(ip|ipv6) prefix-list (\S+) seq/gm)].map(
      ([, word, name]) => `${word} address prefix-list ${name}`,
    ),
    ...[...text.matchAll(/^bgp community-list standard (\S+) seq/gm)].map(([, name]) => `community ${name}`),
  ]);
  const steps = new Map<string, string[]>();
  for (const { name, lines } of sections(text, /route-map (\S+ (?:permit|deny) \d+)/)) {
    const [map = '', action = ''] = name.split(' ');
    steps.set(map, [...(steps.get(map) ?? []), action, ...lines.filter((line) => line)]);
  }
  return (name) => {
    const lines = steps.get(name);
    if (!lines || all(lines, /^match ((?!source-vrf).+)$/).some((list) => !lists.has(list))) return 'undefined';
    return lines.join() === 'permit' ? 'nothing' : 'something';
  };
}

/** The lines that say something of a neighbour or group, without its name. */
const saidOf = (lines: readonly string[], name: string): string[] =>
  lines.flatMap((line) => (line.startsWith(`neighbor ${name} `) ? line.slice(`neighbor ${name} `.length) : []));

function readInstance(text: string, lines: readonly string[]) {
  const profiles = profilesOf(text);
  const routeMap = routeMapsOf(text);
  const families = ([4, 6] as const).map((family) => {
    const start = lines.indexOf(`address-family ipv${family} unicast`);
    const rest = start === -1 ? [] : lines.slice(start + 1);
    return { family, lines: rest.slice(0, rest.indexOf('exit-address-family')) };
  });
  const general = lines.slice(
    0,
    lines.findIndex((line) => line.startsWith('address-family')),
  );
  const members = general.flatMap((line) => {
    const [, name, group] = /^neighbor (\S+) (?:interface v6only )?peer-group (\S+)$/.exec(line) ?? [];
    return name !== undefined && group !== undefined ? [{ name, group }] : [];
  });
  const neighbors = members.map(({ name, group }): [string, ReadNeighbor] => {
    const said = [...saidOf(general, name), ...saidOf(general, group)];
    const profile = find(said, /^bfd profile (\S+)$/);
    const inFamilies = families.map((one) => ({
      family: one.family,
      said: [...saidOf(one.lines, name), ...saidOf(one.lines, group)],
    }));
    const active = inFamilies.filter((one) => one.said.includes('activate'));
    const policies = active.flatMap((one) =>
      ['in', 'out'].flatMap((direction) => {
        const policy = find(one.said, new RegExp(`^route-map (\\S+) ${direction}$`));
        const does = policy === undefined ? 'nothing' : routeMap(policy);
        if (does === 'nothing') return [];
        return `${one.family} ${direction} ${policy}${does === 'undefined' ? ' of something undefined' : ''}`;
      }),
    );
    const some = (line: string): boolean => active.some((one) => one.said.includes(line));
    return [
      name,
      {
        remoteAs: Number(find(said, /^remote-as (\d+)$/) ?? 0),
        families: active.map(({ family }) => family),
        bfd: said.includes('bfd') && (profile === undefined || profiles.has(profile)),
        routeReflectorClient: some('route-reflector-client'),
        addPath: some('addpath-tx-all-paths'),
        policies: policies.sort(),
      },
    ];
  });
  return {
    neighbors,
    networks: families.flatMap((one) => all(one.lines, /^network (\S+)$/)),
    aggregates: families.flatMap((one) => all(one.lines, /^aggregate-address (\S+)$/)),
    maximumPaths: Number(find(lines, /^maximum-paths (?:ibgp )?(\d+)$/) ?? 1),
    routerId: find(lines, /^bgp router-id (\S+)$/) ?? '',
    clusterId: find(lines, /^bgp cluster-id (\S+)$/),
  };
}

function readBgp(text: string): ReadBgp | undefined {
  const instances = sections(text, /router bgp (\d+(?: vrf \S+)?)/).map(({ name, lines }) => {
    const [asn = '', vrf = ''] = name.split(' vrf ');
    return { asn: Number(asn), vrf, ...readInstance(text, lines) };
  });
  const own = instances.find(({ vrf }) => vrf === '');
  if (!own) return undefined;
  const prefixes = (key: 'networks' | 'aggregates') =>
    instances.flatMap((one) => one[key].map((prefix) => `${one.vrf}|${prefix}`)).sort();
  return {
    asn: own.asn,
    routerId: own.routerId,
    ...(own.clusterId === undefined ? {} : { clusterId: own.clusterId }),
    maximumPaths: own.maximumPaths,
    neighbors: Object.fromEntries(
      instances.flatMap(({ vrf, neighbors }) => neighbors.map(([name, one]) => [`${vrf}|${name}`, one] as const)),
    ),
    networks: prefixes('networks'),
    aggregates: prefixes('aggregates'),
  };
}

/** Reads an integrated frr.conf; of routing protocols only those whose daemons run. */
export function readFrrConf(text: string, running: ReadonlySet<string>): FrrReading {
  const profiles = running.has('bfdd') ? profilesOf(text) : new Set<string>();
  const prefixLists: Record<string, string[]> = {};
  for (const [, name = '', entry = ''] of text.matchAll(/^ip(?:v6)? prefix-list (\S+) seq \d+ permit (.+)$/gm))
    (prefixLists[name] ??= []).push(entry);
  const idOf = (daemon: string, head: RegExp, form: RegExp): string | undefined =>
    running.has(daemon) ? sections(text, head).map(({ lines }) => find(lines, form))[0] : undefined;
  const ospfRouterId = idOf('ospfd', /router ospf()/, /^ospf router-id (\S+)$/);
  const ospf3RouterId = idOf('ospf6d', /router ospf6()/, /^ospf6 router-id (\S+)$/);
  const bgp = running.has('bgpd') ? readBgp(text) : undefined;
  return {
    hostname: /^hostname (\S+)$/m.exec(text)?.[1] ?? '',
    interfaces: new Map(
      sections(text, /interface (\S+)/).map(({ name, lines }) => [name, readInterface(lines, profiles)]),
    ),
    ...(ospfRouterId === undefined ? {} : { ospfRouterId }),
    ...(ospf3RouterId === undefined ? {} : { ospf3RouterId }),
    ...(bgp ? { bgp } : {}),
    prefixLists,
  };
}
