import type { FabricObservation } from './fabric-observation.ts';

/** What the lab of `topologies/tenants.yaml` saw in its VRF and between its routing tables. */
export interface VrfObservation extends Pick<FabricObservation, 'echoes' | 'fullSize' | 'paths'> {
  /** BGP sessions of the VRF, as `NEIGHBOUR STATE`, by switch. */
  readonly sessions: Readonly<Record<string, readonly string[]>>;
  /** Next hops in the VRF's namespace to its own networks, by switch and prefix. */
  readonly routes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Prefixes that BGP of a switch has a best path for, by switch and instance. */
  readonly tables: Readonly<
    Record<string, { readonly default: readonly string[]; readonly storage: readonly string[] }>
  >;
}
