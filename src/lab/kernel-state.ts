import type { Namespaces } from './namespaces.ts';
import { nextHopText } from './next-hop-text.ts';

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

/** Reads what `ip -j route` prints: routes of OSPF and BGP, by prefix. */
export function readRoutes(text: string, family: 4 | 6): [string, string[]][] {
  const routes = JSON.parse(text || '[]') as Route[];
  return routes
    .filter(({ protocol }) => protocol === 'bgp' || protocol === 'ospf')
    .map((route) => [prefixOf(route.dst, family), hopsOf(route)]);
}

/** Routes of OSPF and BGP in a device's kernel: not FRR's, since only the kernel's carry packets. */
export async function kernelRoutes(lab: Namespaces, device: string): Promise<Map<string, string[]>> {
  const script = 'ip -4 -j route show table main; echo; ip -6 -j route show table main';
  const text = await lab.run(['sh', '-c', script], { device });
  const [four = '', six = ''] = text.split('\n').filter((line) => line !== '');
  return new Map([...readRoutes(four, 4), ...readRoutes(six, 6)]);
}

interface Address {
  readonly ifname: string;
  readonly flags: readonly string[];
  readonly mtu: number;
  readonly addr_info: readonly { readonly local?: string; readonly prefixlen?: number; readonly scope?: string }[];
}

/** What a kernel says of an interface. */
export interface KernelInterface {
  readonly up: boolean;
  readonly mtu: number;
  readonly addresses: readonly string[];
}

/** Reads what `ip -j address` prints. */
export function readInterfaces(text: string): Map<string, KernelInterface> {
  return new Map(
    (JSON.parse(text || '[]') as Address[]).map(({ ifname, flags, mtu, addr_info: own }) => [
      ifname,
      {
        up: flags.includes('UP') && (flags.includes('LOWER_UP') || ifname === 'lo'),
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
