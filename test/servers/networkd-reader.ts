import { type Section, parseIni, valuesOf } from '../support/ini.ts';
import type { Meaning, Meanings } from './meaning.ts';

interface File {
  readonly path: string;
  readonly content: string;
}

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/** The object without the keys that have no value. */
function present<T extends object>(from: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as T;
}

function milliseconds(text: string | undefined): number {
  const [, count] = /^(\d+)ms$/.exec(text ?? '') ?? [];
  return Number(count);
}

/** One `.network` file with the `.netdev` file of the same interface, and the `.link` file. */
function meaningOf(network: readonly Section[], device: readonly Section[], members: string[], primary?: string) {
  const get = (name: string, key: string): string | undefined => valuesOf(network, name, key)[0];
  const own = (name: string, key: string): string | undefined => valuesOf(device, name, key)[0];
  const kind = own('NetDev', 'Kind');
  const mac = kind === undefined ? get('Match', 'PermanentMACAddress') : own('NetDev', 'MACAddress');
  const member = get('Network', 'Bond') !== undefined;
  const isLoopback = get('Match', 'Name') === 'lo';
  // Where there are two files, both say the MTU.
  const mtu = get('Link', 'MTUBytes');
  const sameMtu = kind === undefined || own('NetDev', 'MTUBytes') === mtu;
  const linkLocal = get('Network', 'LinkLocalAddressing');
  const meaning: Meaning = present<Meaning>({
    kind: isLoopback ? 'loopback' : ((kind ?? 'ethernet') as Meaning['kind']),
    mtu: isLoopback ? undefined : sameMtu ? Number(mtu) : Number.NaN,
    mac,
    ipv6: isLoopback || member ? undefined : linkLocal !== 'no',
    addresses: valuesOf(network, 'Network', 'Address'),
    routes: network
      .filter(({ name }) => name === 'Route')
      .map((route) => {
        const [to] = valuesOf([route], 'Route', 'Destination');
        const [via] = valuesOf([route], 'Route', 'Gateway');
        const [mtu] = valuesOf([route], 'Route', 'MTUBytes');
        return `${/^(0\.0\.0\.0|::)\/0$/.test(to!) ? 'default' : to} via ${via}${mtu === undefined ? '' : ` mtu ${mtu}`}`;
      })
      .toSorted(),
    vlan: undefined,
    bond:
      kind !== 'bond'
        ? undefined
        : present<NonNullable<Meaning['bond']>>({
            members,
            mode: own('Bond', 'Mode') as '802.3ad',
            miimon: milliseconds(own('Bond', 'MIIMonitorSec')),
            lacpRate: own('Bond', 'LACPTransmitRate'),
            hash: own('Bond', 'TransmitHashPolicy'),
            minLinks: number(own('Bond', 'MinLinks')),
            primary,
          }),
  });
  return meaning;
}

/** What a host does that has these files in /etc/systemd/network. */
export function readNetworkd(files: readonly File[]): Meanings {
  const networks = new Map<string, Section[]>();
  const devices = new Map<string, Section[]>();
  for (const { path, content } of files) {
    const sections = path.endsWith('.conf') || path === 'daemons' ? [] : parseIni(content);
    if (path.endsWith('.network')) networks.set(valuesOf(sections, 'Match', 'Name')[0]!, sections);
    if (path.endsWith('.netdev')) devices.set(valuesOf(sections, 'NetDev', 'Name')[0]!, sections);
    if (!path.endsWith('.link')) continue;
    // udev gives the name that networkd then looks for.
    const name = valuesOf(sections, 'Link', 'Name')[0]!;
    const network = files.find((file) => file.path.endsWith(`-${name}.network`));
    const mac = valuesOf(parseIni(network?.content ?? ''), 'Match', 'PermanentMACAddress')[0];
    if (mac !== valuesOf(sections, 'Match', 'PermanentMACAddress')[0]) throw new Error(`${path} names another NIC`);
  }
  const meanings: Meanings = {};
  for (const [name, network] of networks) {
    const members = [...networks].filter(([, one]) => valuesOf(one, 'Network', 'Bond')[0] === name);
    const primary = members.find(([, one]) => valuesOf(one, 'Network', 'PrimarySlave')[0] === 'yes');
    const device = devices.get(name) ?? [];
    const id = valuesOf(device, 'VLAN', 'Id')[0];
    const parent = [...networks].find(([, one]) => valuesOf(one, 'Network', 'VLAN').includes(name))?.[0];
    meanings[name] = {
      ...meaningOf(
        network,
        device,
        members.map(([one]) => one),
        primary?.[0],
      ),
      ...(id === undefined ? {} : { vlan: { id: Number(id), parent: parent! } }),
    };
  }
  return meanings;
}
