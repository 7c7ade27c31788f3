export const families = [4, 6] as const;

/** A server in a rack without proxies, which all proxies are equally far from. */
export const client = 'storage-rack3-1';

/** The proxy whose FRR is stopped, the one whose cables are pulled, and a server that announces what is not its own. */
export const stopped = 'proxy-rack1-1';
export const unplugged = 'proxy-rack2-2';
export const liar = 'storage-rack2-1';

/** By family: how many flows each proxy answered, and which addresses they came from as the proxies saw it. */
export type Answers = Readonly<
  Record<4 | 6, { readonly counts: Readonly<Record<string, number>>; readonly sources: readonly string[] }>
>;

/** Ports by which the kernel of each leaf reaches the service, by `LEAF FAMILY`. */
export type ServiceHops = Readonly<Record<string, readonly string[]>>;

/** What the lab saw. */
export interface Observation {
  readonly converged: boolean;
  readonly seconds: number;
  /** Prefixes that servers learnt by BGP. */
  readonly hostRoutes: Readonly<Record<string, readonly string[]>>;
  /** Pings between servers that no answer came to. */
  readonly lost: readonly string[];
  readonly healthy: { readonly far: Answers; readonly near: Answers; readonly hops: ServiceHops };
  readonly lied: {
    readonly told: boolean;
    readonly hops: ServiceHops;
    readonly answers: Readonly<Record<string, number>>;
  };
  readonly afterStop: { readonly withdrawn: boolean; readonly hops: ServiceHops; readonly answers: Answers };
  readonly afterUnplugging: { readonly withdrawn: boolean; readonly answers: Answers };
  readonly back: { readonly converged: boolean; readonly answers: Answers };
}
