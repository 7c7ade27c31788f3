import { sh } from './namespaces.ts';

/** A way that a route leads, over an interface with link. */
export interface NextHop {
  readonly dev: string;
  /** Address of the gateway; empty where the destination is on the link. */
  readonly via: string;
}

/** A route of a kernel's main table, of either family. */
export interface KernelRoute {
  readonly prefix: string;
  /** What put it there. */
  readonly protocol: string;
  /** None: packets are dropped. */
  readonly hops: readonly NextHop[];
}

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
  readonly protocol: string;
  readonly nexthops?: readonly Hop[];
}

function prefixOf(dst: string, family: '-4' | '-6'): string {
  if (dst === 'default') return family === '-4' ? '0.0.0.0/0' : '::/0';
  if (dst.includes('/')) return dst;
  return `${dst}/${family === '-4' ? 32 : 128}`;
}

function hopsOf(route: Route): NextHop[] {
  if (route.type === 'blackhole' || route.type === 'unreachable') return [];
  const hops = route.nexthops ?? [route];
  return hops
    .filter(({ flags }) => !flags?.includes('linkdown') && !flags?.includes('dead'))
    .map(({ dev = '', gateway, via }) => ({ dev, via: gateway ?? via?.host ?? '' }));
}

/** All routes of a device's kernel, of both families. */
export function kernelRouteList(name: string): KernelRoute[] {
  return (['-4', '-6'] as const).flatMap((family) => {
    const routes = JSON.parse(sh('ip', '-n', name, family, '-j', 'route', 'show')) as Route[];
    return routes.map((route) => ({
      prefix: prefixOf(route.dst, family),
      protocol: route.protocol,
      hops: hopsOf(route),
    }));
  });
}
