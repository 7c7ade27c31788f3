import type { FabricState } from './dual-leaf-fabric.ts';
import type { BgpSession } from './switch-state.ts';
import type { FlowResult } from './udp-probe.ts';

/** Kernel routes to the racks, by switch. */
export type RackRoutes = FabricState['routes'];
/** BGP next hops in use, by leaf and prefix of another rack. */
export type NextHops = Record<string, Record<string, readonly string[]>>;
/** Whether pings between racks were answered, by `FROM TO`. */
export type Pings = Record<string, boolean>;

/** What the lab of `topologies/dual-leaf.yaml` saw. */
export interface Observation {
  /** After the start; `seconds` since the daemons were started. */
  readonly started: { readonly seconds: number; readonly state: FabricState };
  readonly nextHops: NextHops;
  /** Kinds of authentication in the OSPF packets that a leaf and a spine got, each time they got one. */
  readonly authentication: Record<string, readonly string[]>;
  /** With all servers active on the first leaf, and with that of rack 1 on the second. */
  readonly pings: { readonly first: Pings; readonly second: Pings };
  /** The first leaf of rack 1 loses power, and comes back while its server stays on the second. */
  readonly leafOff: {
    readonly flows: readonly FlowResult[];
    readonly routes: RackRoutes;
    readonly nextHops: NextHops;
    readonly pings: Pings;
  };
  readonly leafBack: readonly FlowResult[];
  /** The first leaf of rack 2 loses its uplinks. */
  readonly noUplinks: {
    readonly flows: readonly FlowResult[];
    readonly routes: RackRoutes;
    readonly sessions: readonly BgpSession[];
    readonly pings: Pings;
  };
  /** The leafs of rack 3 lose each other; its server is active on the first, then on the second. */
  readonly noInterlink: {
    readonly first: readonly FlowResult[];
    readonly second: readonly FlowResult[];
    readonly routes: RackRoutes;
    readonly back: readonly FlowResult[];
  };
  /** After all cables are back; `seconds` since the last one was. */
  readonly restored: { readonly seconds: number; readonly state: FabricState; readonly flows: readonly FlowResult[] };
}
