import type { Namespaces } from '../host/namespaces.ts';
import { shellWords } from '../host/shell-words.ts';
import { inEach } from './in-each.ts';
import { nextHopText } from './next-hop-text.ts';
import { type LinkState, inVrf } from './router-state.ts';

interface Hop {
  readonly dev?: string;
  readonly gateway?: string;
  /** A gateway of the other family. */
  readonly via?: { readonly host: string };
  readonly flags?: readonly string[];
}

interface Route extends Hop {
  readonly type?: string;
  readonly dst: string;
  readonly protocol?: string;
  /** Number, or name where the machine's files give it one; absent: the main one. */
  readonly table?: string;
  readonly nexthops?: readonly Hop[];
}

function prefixOf(dst: string, family: 4 | 6): string {
  if (dst === 'default') return family === 4 ? '0.0.0.0/0' : '::/0';
  if (dst.includes('/')) return dst;
  return `${dst}/${family === 4 ? 32 : 128}`;
}

function hopsOf(route: Route): string[] {
  if (route.type === 'blackhole' || route.type === 'unreachable') return [];
  const alive = (route.nexthops ?? [route]).filter(
    ({ flags = [] }) => !flags.includes('linkdown') && !flags.includes('dead'),
  );
  return [...new Set(alive.map(({ dev = '', gateway, via }) => nextHopText(dev, gateway ?? via?.host)))].toSorted();
}

interface VrfLink {
  readonly ifname?: string;
  readonly linkinfo?: { readonly info_data?: { readonly table?: number } };
}

/** Reads what `ip -j -d link show type vrf` prints: VRFs by the number of their table. */
export function readVrfTables(text: string): Map<string, string> {
  const links = JSON.parse(text || '[]') as VrfLink[];
  return new Map(
    links.flatMap(({ ifname, linkinfo }): [string, string][] => {
      const table = linkinfo?.info_data?.table;
      return ifname === undefined || table === undefined ? [] : [[String(table), ifname]];
    }),
  );
}

/**
 * Reads what `ip -j route show table all` prints: routes of OSPF and BGP, by prefix.
 * @param vrfs VRFs by the number of their table.
 */
export function readRoutes(
  text: string,
  family: 4 | 6,
  vrfs: ReadonlyMap<string, string> = new Map(),
): [string, string[]][] {
  const routes = JSON.parse(text || '[]') as Route[];
  return routes
    .filter(({ protocol }) => protocol === 'bgp' || protocol === 'ospf')
    .map((route) => {
      const { dst, table } = route;
      const vrf = table === undefined || table === 'main' ? undefined : (vrfs.get(table) ?? table);
      return [inVrf(prefixOf(dst, family), vrf), hopsOf(route)];
    });
}

/**
 * Routes of OSPF and BGP in the kernels of devices, of all routing tables: not FRR's, since only the kernel's carry
 * packets.
 */
export async function kernelRoutes(
  lab: Namespaces,
  devices: readonly string[],
): Promise<Map<string, Map<string, string[]>>> {
  const text = await inEach(lab, devices, (device) =>
    ['-4', '-6'].map(
      (family) => `${shellWords('ip', '-n', device, family, '-j', 'route', 'show', 'table', 'all')}; echo`,
    ),
  );
  const hasVrfs = [...text.values()].some((lines) => lines.some((line) => /"table":"(?!local|default)/.test(line)));
  const links = hasVrfs
    ? await inEach(lab, devices, (device) => [
        `${shellWords('ip', '-n', device, '-j', '-d', 'link', 'show', 'type', 'vrf')}; echo`,
      ])
    : new Map<string, string[]>();
  return new Map(
    [...text].map(([device, [four = '', six = '']]) => {
      const vrfs = readVrfTables(links.get(device)?.[0] ?? '');
      return [device, new Map([...readRoutes(four, 4, vrfs), ...readRoutes(six, 6, vrfs)])];
    }),
  );
}

/** Devices none of whose bridge ports waits for spanning tree; a port without a link is disabled. */
export async function forwardingBridges(lab: Namespaces, devices: readonly string[]): Promise<string[]> {
  const text = await inEach(lab, devices, (device) => [
    `${shellWords('bridge', '-n', device, '-j', 'link', 'show')}; echo`,
  ]);
  return [...text].flatMap(([device, [ports = '']]) => {
    const states = JSON.parse(ports || '[]') as { state?: string }[];
    return states.some(({ state }) => state === 'listening' || state === 'learning') ? [] : [device];
  });
}

interface Address {
  readonly ifname: string;
  readonly flags: readonly string[];
  readonly mtu: number;
  readonly addr_info: readonly { readonly local?: string; readonly prefixlen?: number; readonly scope?: string }[];
}

/** What a kernel says of an interface. */
export interface KernelInterface {
  readonly link: LinkState;
  readonly mtu: number;
  readonly addresses: readonly string[];
}

function linkOf(flags: readonly string[], name: string): LinkState {
  if (!flags.includes('UP')) return 'down';
  return flags.includes('LOWER_UP') || name === 'lo' ? 'up' : 'no carrier';
}

/** Reads what `ip -j address` prints. */
export function readInterfaces(text: string): Map<string, KernelInterface> {
  return new Map(
    (JSON.parse(text || '[]') as Address[]).map(({ ifname, flags, mtu, addr_info: own }) => [
      ifname,
      {
        link: linkOf(flags, ifname),
        mtu,
        addresses: own
          .filter(
            ({ scope, local }) => scope !== 'link' && !(ifname === 'lo' && scope === 'host') && local !== undefined,
          )
          .map(({ local = '', prefixlen = 0 }) => `${local}/${prefixlen}`)
          .toSorted(),
      },
    ]),
  );
}

/** Interfaces of a device's kernel. */
export async function kernelInterfaces(lab: Namespaces, device: string): Promise<Map<string, KernelInterface>> {
  return readInterfaces(await lab.run(['ip', '-j', 'address', 'show'], { device }));
}
