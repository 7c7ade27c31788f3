import { checkBonds } from './check-bonds.ts';
import { apartPairs, checkLeaks } from './check-leaks.ts';
import { checkLoops } from './check-loops.ts';
import { checkPaths } from './check-paths.ts';
import { checkSpread } from './check-spread.ts';
import { checkUpstreams } from './check-upstreams.ts';
import { explain } from '../state/causes.ts';
import { compareStates } from '../state/compare.ts';
import type { Finding } from '../state/finding.ts';
import type { Namespaces } from '../host/namespaces.ts';
import { observeAll, settle } from '../state/observe.ts';
import { predict } from '../state/predict.ts';
import { relationsOf } from '../state/relations.ts';
import { externalsOf } from '../network/upstreams/externals.ts';
import type { LabPlan } from '../network/prepare-lab.ts';
import { outsidePairs } from './outside-pairs.ts';
import { serverPairs } from './server-pairs.ts';

/** What a test of a lab looked at, and what it found. */
export interface LabReport {
  readonly routers: number;
  readonly adjacencies: number;
  readonly sessions: number;
  readonly routes: number;
  readonly pairs: number;
  /** Pairs of a server and a host behind an upstream. */
  readonly outside: number;
  /** Seconds until the kernels had the predicted routes; absent where they never did. */
  readonly settled?: number;
  readonly findings: readonly Finding[];
}

/** Most pairs of servers that packets are sent between. */
const mostPairs = 400;
/** Most servers of each family that send to the outside. */
const mostOutside = 24;

/**
 * Compares what a lab's network does with what the device models predict.
 * @param options.wait most seconds until the protocols have come to rest.
 */
export async function testLab(
  lab: Namespaces,
  { devices, running, leftOut, upstreams, wiring, cables, plan }: LabPlan,
  options: { wait: number; onStage: (stage: string) => void },
): Promise<LabReport> {
  const usual = { devices: leftOut, cables: cables.unwired };
  const prediction = predict(devices, usual, externalsOf(upstreams));
  const { routers } = prediction;
  options.onStage('waiting for the routes');
  const settled = await settle(lab, routers, options.wait);
  options.onStage('looking at the routers');
  const states = compareStates(routers, await observeAll(lab, [...routers.keys()]));
  const bonds = wiring === 'native' ? await checkBonds(lab, devices, running, usual) : [];
  const pairs = serverPairs(plan, running, mostPairs);
  options.onStage('sending packets');
  const outside = outsidePairs(plan, running, upstreams, mostOutside);
  const paths = await checkPaths(lab, [...pairs, ...outside]);
  const leaks = await checkLeaks(lab, apartPairs(plan, running, prediction.forwarding));
  const heard = await checkUpstreams(lab, upstreams, prediction.forwarding);
  const loops = await checkLoops(lab, plan, upstreams, prediction.forwarding, outside);
  const spread = await checkSpread(lab, pairs, running, prediction);
  const sum = (count: (name: string) => number): number =>
    [...routers.keys()].reduce((all, name) => all + count(name), 0);
  return {
    routers: routers.size,
    adjacencies: sum((name) => routers.get(name)?.adjacencies.size ?? 0),
    sessions: sum((name) => routers.get(name)?.sessions.size ?? 0),
    routes: sum((name) => routers.get(name)?.routes.size ?? 0),
    pairs: pairs.length,
    outside: outside.length,
    ...(settled === undefined ? {} : { settled: Math.round(settled * 10) / 10 }),
    findings: explain(
      [...states, ...bonds, ...paths, ...leaks, ...spread, ...heard, ...loops],
      relationsOf(prediction, devices, cables),
    ),
  };
}
