import type { Meaning, Meanings } from './meaning.ts';

interface File {
  readonly path: string;
  readonly content: string;
}

type Values = ReadonlyMap<string, string>;

/** Variables of a file that a shell reads: words, and text in double quotes in which nothing is expanded. */
function readVariables(text: string): Values {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, key, quoted, plain] = /^([A-Z0-9_]+)=(?:"([^"$`\\]*)"|([A-Za-z0-9_.:/+-]*))$/.exec(line) ?? [];
      if (key === undefined) throw new Error(`not an assignment: ${line}`);
      return [key, quoted ?? plain ?? ''];
    }),
  );
}

function addressesOf(values: Values): string[] {
  const ipv4 = ['', '0', '1', '2', '3'].flatMap((index) => {
    const address = values.get(`IPADDR${index}`);
    return address === undefined ? [] : `${address}/${prefixLength(values, index)}`;
  });
  const ipv6 = [values.get('IPV6ADDR'), ...(values.get('IPV6ADDR_SECONDARIES')?.split(' ') ?? [])];
  return [...ipv4, ...(values.get('IPV6INIT') === 'yes' ? ipv6.filter((one) => one !== undefined) : [])];
}

function prefixLength(values: Values, index: string): number {
  const prefix = values.get(`PREFIX${index}`);
  if (prefix !== undefined) return Number(prefix);
  const mask = values.get(`NETMASK${index}`)!.split('.').map(Number);
  return mask.map((byte) => byte.toString(2).replaceAll('0', '').length).reduce((sum, bits) => sum + bits, 0);
}

/** Routes of a file in either of its forms: as `ip route` takes them, or as numbered variables. */
function routesIn(text: string, device: string): string[] {
  if (/^ADDRESS\d+=/m.test(text)) {
    const values = readVariables(text);
    return [0, 1, 2, 3].flatMap((index) => {
      const to = values.get(`ADDRESS${index}`);
      return to === undefined
        ? []
        : `${to}/${prefixLength(values, String(index))} via ${values.get(`GATEWAY${index}`)}`;
    });
  }
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, to = '', via, dev, mtu] = /^(\S+) via (\S+) +dev (\S+)(?: mtu (\d+))?$/.exec(line) ?? [];
    if (dev !== device) throw new Error(`a route of ${device} is over ${dev}`);
    return `${/^(0\.0\.0\.0|::)\/0$/.test(to) ? 'default' : to} via ${via}${mtu === undefined ? '' : ` mtu ${mtu}`}`;
  });
}

function routesOf(name: string, values: Values, files: readonly File[]): string[] {
  const gateways = [values.get('GATEWAY'), values.get('IPV6_DEFAULTGW')].filter((one) => one !== undefined);
  const others = files.filter(({ path }) => path === `route-${name}` || path === `route6-${name}`);
  return [
    ...gateways.map((via) => `default via ${via}`),
    ...others.flatMap(({ content }) => routesIn(content, name)),
  ].toSorted();
}

function bondOf(values: Values, members: string[]): NonNullable<Meaning['bond']> {
  const options = new Map(
    values
      .get('BONDING_OPTS')!
      .split(' ')
      .map((one) => one.split('=') as [string, string]),
  );
  const [lacpRate, hash, minLinks, primary] = ['lacp_rate', 'xmit_hash_policy', 'min_links', 'primary'].map((key) =>
    options.get(key),
  );
  return {
    members,
    mode: options.get('mode') as '802.3ad',
    miimon: Number(options.get('miimon')),
    ...(lacpRate === undefined ? {} : { lacpRate }),
    ...(hash === undefined ? {} : { hash }),
    ...(minLinks === undefined ? {} : { minLinks: Number(minLinks) }),
    ...(primary === undefined ? {} : { primary }),
  };
}

function kindOf(values: Values): Meaning['kind'] {
  if (values.get('VLAN') === 'yes') return 'vlan';
  return values.get('BONDING_MASTER') === 'yes' ? 'bond' : 'ethernet';
}

/** What a host does that has these files in /etc/sysconfig/network-scripts. */
export function readIfcfg(files: readonly File[]): Meanings {
  const devices = files
    .filter(({ path }) => path.startsWith('ifcfg-'))
    .map(({ path, content }) => ({ path, values: readVariables(content) }));
  const meanings: Meanings = {};
  for (const { path, values } of devices) {
    const name = values.get('DEVICE')!;
    if (path !== `ifcfg-${name}` || values.get('ONBOOT') !== 'yes') throw new Error(`${path} starts nothing`);
    if (name.startsWith('lo:')) {
      // One address of IPv4 a file, and all those of IPv6 in the first: each family has an order of its own.
      const all = [...(meanings['lo']?.addresses ?? []), ...addressesOf(values)];
      const addresses = all.toSorted((one, other) => Number(one.includes(':')) - Number(other.includes(':')));
      meanings['lo'] = { kind: 'loopback', addresses, routes: [] };
      continue;
    }
    const kind = kindOf(values);
    const mac = values.get(kind === 'bond' ? 'MACADDR' : 'HWADDR')?.toLowerCase();
    const members = devices
      .filter((other) => other.values.get('MASTER') === name && other.values.get('SLAVE') === 'yes')
      .map((other) => other.values.get('DEVICE')!);
    meanings[name] = {
      kind,
      ...(values.has('MTU') ? { mtu: Number(values.get('MTU')) } : {}),
      ...(mac === undefined ? {} : { mac }),
      addresses: addressesOf(values),
      routes: routesOf(name, values, files),
      ...(kind === 'vlan' ? { vlan: { id: Number(values.get('VID')), parent: values.get('PHYSDEV')! } } : {}),
      ...(kind === 'bond' ? { bond: bondOf(values, members) } : {}),
    };
  }
  return meanings;
}
