import type { Meaning, Meanings } from './meaning.ts';

interface File {
  readonly path: string;
  readonly content: string;
}

/** Values of the attributes of each interface, as interfaces(5) reads the file. */
export function parseInterfaces(text: string): Map<string, { method: string; values: Map<string, string[]> }> {
  const found = new Map<string, { method: string; values: Map<string, string[]> }>();
  const automatic: string[] = [];
  let values = new Map<string, string[]>();
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [word = '', ...rest] = line.split(/\s+/);
    if (word === 'auto') automatic.push(...rest);
    else if (word === 'iface') {
      const [name = '', family, method = ''] = rest;
      if (family !== 'inet') throw new Error(`${name} is of family ${family}`);
      values = new Map();
      found.set(name, { method, values });
    } else values.set(word, [...(values.get(word) ?? []), rest.join(' ')]);
  }
  if (automatic.join(' ') !== [...found.keys()].join(' ')) throw new Error(`started are ${automatic.join(', ')}`);
  return found;
}

const commandForm = /^ip (?:-6 )?route replace (?<to>\S+) via (?<via>\S+)(?<mtu> mtu \d+)? dev \$IFACE$/;

function routeText(command: string): string {
  const { to = '', via, mtu = '' } = commandForm.exec(command)?.groups ?? {};
  if (via === undefined) throw new Error(`no route: ${command}`);
  return `${/^(0\.0\.0\.0|::)\/0$/.test(to) ? 'default' : to} via ${via}${mtu}`;
}

function bondMeaning(values: ReadonlyMap<string, string[]>): NonNullable<Meaning['bond']> {
  const one = (name: string) => values.get(`bond-${name}`)?.[0];
  const base = { members: one('slaves')!.split(' '), miimon: Number(one('miimon')) };
  const [rate, hash, minLinks, primary] = ['lacp-rate', 'xmit-hash-policy', 'min-links', 'primary'].map(one);
  return {
    ...base,
    mode: one('mode') as '802.3ad',
    ...(rate === undefined ? {} : { lacpRate: rate }),
    ...(hash === undefined ? {} : { hash }),
    ...(minLinks === undefined ? {} : { minLinks: Number(minLinks) }),
    ...(primary === undefined ? {} : { primary }),
  };
}

/** What a host does that has these files: /etc/network/interfaces, and links of udev beside it. */
export function readIfupdown2(files: readonly File[]): Meanings {
  const text = files.find(({ path }) => path === 'interfaces')!.content;
  const links = files.filter(({ path }) => path.endsWith('.link'));
  const macs = new Map(
    links.map(({ content }) => [/^Name=(.*)$/m.exec(content)![1], /^PermanentMACAddress=(.*)$/m.exec(content)![1]]),
  );
  const meanings: Meanings = {};
  for (const [name, { method, values }] of parseInterfaces(text)) {
    if (method === 'loopback') {
      const own = values.get('address');
      if (own) meanings[name] = { kind: 'loopback', addresses: own, routes: [] };
      continue;
    }
    const addrgen = values.get('ipv6-addrgen')?.[0];
    const mac = macs.get(name) ?? values.get('hwaddress')?.[0];
    const bond = values.has('bond-slaves');
    const vlan = values.get('vlan-id')?.[0];
    const addresses = values.get('address') ?? [];
    if (method !== (addresses.length > 0 ? 'static' : 'manual')) throw new Error(`${name} is ${method}`);
    meanings[name] = {
      kind: bond ? 'bond' : vlan === undefined ? 'ethernet' : 'vlan',
      ...(values.has('mtu') ? { mtu: Number(values.get('mtu')?.[0]) } : {}),
      ...(addrgen === undefined ? {} : { ipv6: addrgen === 'on' }),
      ...(mac === undefined ? {} : { mac }),
      addresses,
      routes: [
        ...(values.get('gateway') ?? []).map((via) => `default via ${via}`),
        ...(values.get('up') ?? []).map(routeText),
      ].toSorted(),
      ...(vlan === undefined ? {} : { vlan: { id: Number(vlan), parent: values.get('vlan-raw-device')![0]! } }),
      ...(bond ? { bond: bondMeaning(values) } : {}),
    };
  }
  return meanings;
}
