import type { FabricObservation } from './fabric-observation.ts';
import type { Routes, States } from './live-fabric.ts';
import type { FlowResult } from './udp-probe.ts';

/** What the test of `topologies/border.yaml` promises: the healthy state, and the kernels' routes in each failure. */
export interface BorderExpectation {
  readonly healthy: States;
  /** The first upstream is away. */
  readonly oneUpstream: Routes;
  /** Both are. */
  readonly noUpstream: Routes;
  /** The first border leaf has lost both spines. */
  readonly noFabric: Routes;
}

/** By upstream: AS paths of what it heard from its border leaf, by prefix. */
export type Heard = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the lab saw. */
export interface BorderObservation {
  readonly started: Pick<FabricObservation, 'seconds' | 'state' | 'echoes' | 'fullSize'>;
  readonly heard: Heard;
  /** What servers heard from the hosts behind the upstreams, by `FROM TO`, and devices on the way there. */
  readonly outside: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** Packets to unused addresses of the aggregates: what came back, and how many packets the upstreams forwarded. */
  readonly unused: { readonly echoes: Readonly<Record<string, string>>; readonly forwarded: number };
  /** The link to the first upstream is cut. */
  readonly oneUpstream: {
    readonly flows: readonly FlowResult[];
    readonly routes: Routes;
    readonly outside: Readonly<Record<string, string>>;
  };
  /** The second one stops answering too, its link stays: milliseconds until its border leaf has no default route. */
  readonly noUpstream: {
    readonly milliseconds: number;
    readonly routes: Routes;
    readonly outside: Readonly<Record<string, string>>;
  };
  /** The first border leaf loses its uplinks. */
  readonly noFabric: { readonly routes: Routes; readonly heard: Heard };
  /** After all links are back; `seconds` since the last one was. */
  readonly restored: { readonly seconds: number; readonly state: States };
}
