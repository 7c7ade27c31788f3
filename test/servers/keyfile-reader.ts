import { parseIni, valuesOf } from '../support/ini.ts';
import type { Meaning, Meanings } from './meaning.ts';

interface File {
  readonly path: string;
  readonly content: string;
}

interface Connection {
  readonly one: (section: string, key: string) => string | undefined;
  readonly numbered: (section: string, key: string) => [value: string, index: number][];
}

function connectionOf(text: string): Connection {
  const sections = parseIni(text);
  const one: Connection['one'] = (section, key) => valuesOf(sections, section, key)[0];
  return {
    one,
    numbered(section, key) {
      const found: [string, number][] = [];
      for (let index = 1; one(section, `${key}${index}`) !== undefined; index++) {
        found.push([one(section, `${key}${index}`)!, index]);
      }
      return found;
    },
  };
}

function routesOf({ one, numbered }: Connection): string[] {
  return (['ipv4', 'ipv6'] as const).flatMap((family) => {
    const gateway = one(family, 'gateway');
    return [
      ...(gateway === undefined ? [] : [`default via ${gateway}`]),
      ...numbered(family, 'route').map(([route, index]) => {
        const [to = '', via] = route.split(',');
        const [, mtu] = /^mtu=(\d+)$/.exec(one(family, `route${index}_options`) ?? '') ?? [];
        return `${/^(0\.0\.0\.0|::)\/0$/.test(to) ? 'default' : to} via ${via}${mtu === undefined ? '' : ` mtu ${mtu}`}`;
      }),
    ];
  });
}

function bondOf({ one }: Connection, members: string[]): NonNullable<Meaning['bond']> {
  const [lacpRate, hash, minLinks, primary] = ['lacp_rate', 'xmit_hash_policy', 'min_links', 'primary'].map((key) =>
    one('bond', key),
  );
  return {
    members,
    mode: one('bond', 'mode') as '802.3ad',
    miimon: Number(one('bond', 'miimon')),
    ...(lacpRate === undefined ? {} : { lacpRate }),
    ...(hash === undefined ? {} : { hash }),
    ...(minLinks === undefined ? {} : { minLinks: Number(minLinks) }),
    ...(primary === undefined ? {} : { primary }),
  };
}

/** A family is on if it has addresses exactly where its method says so. */
function checkMethods({ one, numbered }: Connection): void {
  for (const family of ['ipv4', 'ipv6']) {
    const has = numbered(family, 'address').length > 0;
    const method = one(family, 'method');
    if (method === undefined || has !== (method === 'manual')) throw new Error(`${family} is ${method}`);
  }
}

/** What a host does that has these files in /etc/NetworkManager/system-connections. */
export function readKeyfiles(files: readonly File[]): Meanings {
  const connections = files
    .filter(({ path }) => path.endsWith('.nmconnection'))
    .map(({ path, content }) => ({ path, ...connectionOf(content) }));
  const meanings: Meanings = {};
  for (const connection of connections) {
    const { one, numbered, path } = connection;
    const name = one('connection', 'interface-name')!;
    if (path !== `${name}.nmconnection` || one('connection', 'id') !== name) throw new Error(`${path} is of ${name}`);
    const kind = one('connection', 'type') as Meaning['kind'];
    const member = one('connection', 'master') !== undefined;
    if (member && one('connection', 'slave-type') !== 'bond') throw new Error(`${name} is no member of a bond`);
    if (!member) checkMethods(connection);
    const mac = one('ethernet', kind === 'bond' ? 'cloned-mac-address' : 'mac-address')?.toLowerCase();
    const members = connections
      .filter((other) => other.one('connection', 'master') === name)
      .map((other) => other.one('connection', 'interface-name')!);
    meanings[name] = {
      kind,
      ...(kind === 'loopback' ? {} : { mtu: Number(one('ethernet', 'mtu')) }),
      ...(mac === undefined ? {} : { mac }),
      ...(member || kind === 'loopback' ? {} : { ipv6: one('ipv6', 'method') !== 'disabled' }),
      addresses: ['ipv4', 'ipv6'].flatMap((family) => numbered(family, 'address').map(([address]) => address)),
      routes: routesOf(connection).toSorted(),
      ...(kind === 'vlan' ? { vlan: { id: Number(one('vlan', 'id')), parent: one('vlan', 'parent')! } } : {}),
      ...(kind === 'bond' ? { bond: bondOf(connection, members) } : {}),
    };
  }
  return meanings;
}
