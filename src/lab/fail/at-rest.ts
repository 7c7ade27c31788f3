import type { ExternalRouter } from '../../analysis/forwarding/bgp-sessions.ts';
import type { Failures } from '../../analysis/forwarding/routers.ts';
import type { LabPlan } from '../network/prepare-lab.ts';
import { externalsOf } from '../network/upstreams/externals.ts';
import { predict } from '../state/predict.ts';
import type { RouterState } from '../state/router-state.ts';
import { type ServerPair, serverPairs } from '../test/server-pairs.ts';

/** A lab while nothing is broken. */
export interface AtRest {
  /** What of the fabric it leaves out. */
  readonly usual: Failures;
  readonly externals: readonly ExternalRouter[];
  /** What the routers hold. */
  readonly routers: ReadonlyMap<string, RouterState>;
  /** Servers that reach each other. */
  readonly pairs: readonly ServerPair[];
}

/** Most pairs of servers that the ones with flows are chosen from. */
const knownPairs = 400;

/** What is predicted of a lab while nothing is broken. */
export function labAtRest({ devices, running, leftOut, cables, plan, upstreams }: LabPlan): AtRest {
  const usual = { devices: leftOut, cables: cables.unwired };
  const externals = externalsOf(upstreams);
  return {
    usual,
    externals,
    routers: predict(devices, usual, externals).routers,
    pairs: serverPairs(plan, running, knownPairs),
  };
}
