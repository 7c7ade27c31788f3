import { writeFileSync } from 'node:fs';
import { addCable, inside, sh, show, startFrr } from './namespaces.ts';

/** An upstream of the border leafs, as its operator would set it up. */
export interface Upstream {
  readonly name: string;
  readonly asn: number;
  /** By family: its end of the link to the fabric, the border leaf's end, and a host behind it with that host's prefix. */
  readonly ipv4: UpstreamFamily;
  readonly ipv6: UpstreamFamily;
  readonly border: { readonly asn: number };
}

interface UpstreamFamily {
  readonly own: string;
  readonly border: string;
  readonly host: string;
  readonly prefix: string;
  /** Its end of the link to the other upstream. */
  readonly transit: string;
  /** Routes that it announces although the fabric asked for the default route only. */
  readonly unwanted: readonly string[];
}

const bare = (address: string): string => address.replace(/\/\d+$/, '');

const families = ['ipv4', 'ipv6'] as const;
/** How lines about a family begin. */
const keyword = { ipv4: 'ip', ipv6: 'ipv6' } as const;

/** Both are neighbours of each other too: each reaches what is behind the other. */
function config(upstream: Upstream, other: Upstream, customer: Record<'ipv4' | 'ipv6', string>): string {
  return [
    'frr defaults traditional',
    `hostname ${upstream.name}`,
    ...families.flatMap((family) => [
      `${keyword[family]} prefix-list TO-PEER-${family} permit ${upstream[family].prefix}`,
      `${keyword[family]} prefix-list TO-PEER-${family} permit ${customer[family]}`,
    ]),
    `router bgp ${upstream.asn}`,
    ` bgp router-id ${bare(upstream.ipv4.host)}`,
    ' no bgp ebgp-requires-policy',
    ' no bgp default ipv4-unicast',
    ' no bgp network import-check',
    ...families.flatMap((family) => [
      ` neighbor ${upstream[family].border} remote-as ${upstream.border.asn}`,
      ` neighbor ${upstream[family].border} bfd`,
      ` neighbor ${upstream[family].border} timers connect 1`,
      ` neighbor ${bare(other[family].transit)} remote-as ${other.asn}`,
      ` neighbor ${bare(other[family].transit)} timers connect 1`,
    ]),
    ...families.flatMap((family) => [
      ` address-family ${family} unicast`,
      ...[upstream[family].prefix, ...upstream[family].unwanted].map((prefix) => `  network ${prefix}`),
      `  neighbor ${upstream[family].border} activate`,
      `  neighbor ${upstream[family].border} default-originate`,
      `  neighbor ${bare(other[family].transit)} activate`,
      `  neighbor ${bare(other[family].transit)} prefix-list TO-PEER-${family} out`,
      ' exit-address-family',
    ]),
    'exit',
    '',
  ].join('\n');
}

/** Starts both upstreams, whose links to the fabric are there, and the link between them. */
export async function startUpstreams(
  pair: readonly [Upstream, Upstream],
  customer: Record<'ipv4' | 'ipv6', string>,
): Promise<void> {
  const [a, z] = pair;
  addCable({ device: a.name, port: 'transit' }, { device: z.name, port: 'transit' });
  for (const { name, ipv4, ipv6 } of pair) {
    // Its addresses outlive a link that goes down.
    const settings = ['net.ipv4.ip_forward', 'net.ipv6.conf.all.forwarding', 'net.ipv6.conf.all.keep_addr_on_down'];
    inside(name, 'sysctl', '-q', '-w', ...settings.map((setting) => `${setting}=1`));
    for (const port of ['fabric', 'transit']) sh('ip', '-n', name, 'link', 'set', 'dev', port, 'up');
    for (const { own, host, transit } of [ipv4, ipv6]) {
      sh('ip', '-n', name, 'address', 'add', own, 'dev', 'fabric');
      sh('ip', '-n', name, 'address', 'add', transit, 'dev', 'transit');
      sh('ip', '-n', name, 'address', 'add', host, 'dev', 'lo');
    }
  }
  for (const [upstream, other] of [
    [a, z],
    [z, a],
  ] as const) {
    const file = `/var/tmp/${upstream.name}.conf`;
    writeFileSync(file, config(upstream, other, customer));
    await startFrr(upstream.name, file, ['bfdd', 'bgpd']);
  }
}

/** What an upstream heard from its border leaf: AS path by prefix, both families. */
export function heardFromFabric(upstream: Upstream): Record<string, string> {
  return Object.fromEntries(
    families.flatMap((family) => {
      const command = `show bgp ${family} unicast neighbors ${upstream[family].border} routes`;
      const { routes = {} } = show(upstream.name, command) as {
        routes?: Record<string, readonly { path: string }[]>;
      };
      return Object.entries(routes).map(([prefix, [route]]) => [prefix, route?.path ?? '']);
    }),
  );
}

/** Packets that the kernel of a device has forwarded, of both families. */
export function forwarded(name: string): number {
  const [header = '', values = ''] = inside(name, 'grep', '^Ip:', '/proc/net/snmp').split('\n');
  const ipv4 = values.split(' ')[header.split(' ').indexOf('ForwDatagrams')];
  const ipv6 = /^Ip6OutForwDatagrams\s+(\d+)$/m.exec(inside(name, 'cat', '/proc/net/snmp6'))?.[1];
  return Number(ipv4) + Number(ipv6);
}
