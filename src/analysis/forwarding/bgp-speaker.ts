import type { BgpInstance } from '../../device/device.ts';
import { type Prefix, formatIp, formatPrefix } from '../../ip/index.ts';
import { type CostOf, compare, isSameWay, tieBreak } from './bgp-decision.ts';
import { type BgpNextHop, type Path, usualPreference } from './bgp-path.ts';
import { tableName } from './bgp-sessions.ts';
import type { PolicyBook } from './policies.ts';
import { isWithin, subnetOf } from './routes.ts';
import type { Router } from './routers.ts';

/** BGP of one router in one routing table. */
export class Speaker {
  readonly name: string;
  readonly router: Router;
  readonly vrf: string | undefined;
  readonly instance: BgpInstance;
  readonly book: PolicyBook;
  /** What each session brought, after policy, by prefix. */
  readonly #received = new Map<string, ReadonlyMap<string, readonly Path[]>>();
  readonly #cost: CostOf;
  #best: Map<string, readonly Path[]> | undefined;

  constructor(router: Router, vrf: string | undefined, instance: BgpInstance, book: PolicyBook, cost: CostOf) {
    this.name = tableName(router.name, vrf);
    this.router = router;
    this.vrf = vrf;
    this.instance = instance;
    this.book = book;
    this.#cost = cost;
  }

  /** Takes in what a session brings, in the place of what it brought before. */
  receive(session: string, paths: ReadonlyMap<string, readonly Path[]>): void {
    this.#received.set(session, paths);
    this.#best = undefined;
  }

  get routerId(): string {
    return formatIp(this.router.bgp!.routerId);
  }

  /** Prefixes that the router originates: those of interfaces that are up. */
  originated(): Path[] {
    const up = new Set(
      [...this.router.interfaces.values()]
        .filter((at) => at.vrf === this.vrf)
        .flatMap((at) => at.addresses.map((own) => formatPrefix(subnetOf(own)))),
    );
    return this.instance.networks.filter((prefix) => up.has(formatPrefix(prefix))).map((prefix) => this.#local(prefix));
  }

  #local(prefix: Prefix, nextHop: BgpNextHop = { type: 'self' }): Path {
    return {
      prefix,
      asPath: [],
      nextHop,
      source: 'local',
      from: this.routerId,
      clusters: [],
      fromClient: false,
      id: 'local',
      communities: [],
      localPreference: usualPreference,
    };
  }

  /** Every usable path by prefix, with aggregates of what there is. */
  paths(): Map<string, Path[]> {
    const all = new Map<string, Path[]>();
    const add = (path: Path): void => {
      const key = formatPrefix(path.prefix);
      const list = all.get(key);
      if (list) list.push(path);
      else all.set(key, [path]);
    };
    for (const path of this.originated()) add(path);
    for (const bySession of this.#received.values()) {
      for (const list of bySession.values()) {
        for (const path of list) if (this.#cost(path.leakedFrom ?? this.name, path.nextHop) !== undefined) add(path);
      }
    }
    for (const prefix of this.instance.aggregates) {
      if ([...all.values()].some(([path]) => path && isWithin(path.prefix, prefix)))
        add(this.#local(prefix, { type: 'discard' }));
    }
    return all;
  }

  /** The best paths to each prefix that may share the traffic, the very best first. */
  best(): ReadonlyMap<string, readonly Path[]> {
    this.#best ??= this.#choose();
    return this.#best;
  }

  #choose(): Map<string, readonly Path[]> {
    const cost = (path: Path): number =>
      this.#cost(path.leakedFrom ?? this.name, path.nextHop) ?? Number.POSITIVE_INFINITY;
    const { multipathRelax, maximumPaths } = this.router.bgp!;
    const chosen = new Map<string, readonly Path[]>();
    for (const [key, paths] of this.paths()) {
      const sorted = paths.toSorted((a, b) => compare(a, b, cost) || tieBreak(a, b));
      const [first] = sorted;
      if (!first) continue;
      const equal = sorted.filter(
        (path) =>
          compare(first, path, cost) === 0 && (multipathRelax || path.source === 'local' || isSameWay(first, path)),
      );
      chosen.set(key, equal.slice(0, maximumPaths));
    }
    return chosen;
  }
}
