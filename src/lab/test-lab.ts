import { checkPaths } from './check-paths.ts';
import { checkSpread } from './check-spread.ts';
import { explain } from './causes.ts';
import { compareStates } from './compare.ts';
import { farEnds } from './far-ends.ts';
import type { Finding } from './finding.ts';
import type { Namespaces } from './namespaces.ts';
import { observeAll, settle } from './observe.ts';
import { predict } from './predict.ts';
import type { LabPlan } from './prepare-lab.ts';
import { serverPairs } from './server-pairs.ts';

/** What a test of a lab looked at, and what it found. */
export interface LabReport {
  readonly routers: number;
  readonly adjacencies: number;
  readonly sessions: number;
  readonly routes: number;
  readonly pairs: number;
  /** Seconds until the kernels had the predicted routes; absent where they never did. */
  readonly settled?: number;
  readonly findings: readonly Finding[];
}

/** Most pairs of servers that packets are sent between. */
const mostPairs = 400;

/**
 * Compares what a lab's network does with what the device models predict.
 * @param options.wait most seconds until the protocols have come to rest.
 */
export async function testLab(
  lab: Namespaces,
  { devices, running, leftOut, cables, plan }: LabPlan,
  options: { wait: number; onStage: (stage: string) => void },
): Promise<LabReport> {
  const prediction = predict(devices, { devices: leftOut, cables: cables.unwired });
  const { routers } = prediction;
  options.onStage('waiting for the routes');
  const settled = await settle(lab, routers, options.wait);
  options.onStage('looking at the routers');
  const states = compareStates(routers, await observeAll(lab, [...routers.keys()]));
  const pairs = serverPairs(plan, running, mostPairs);
  options.onStage('sending packets');
  const paths = await checkPaths(lab, pairs);
  const spread = await checkSpread(lab, pairs, running, prediction);
  const sum = (count: (name: string) => number): number =>
    [...routers.keys()].reduce((all, name) => all + count(name), 0);
  return {
    routers: routers.size,
    adjacencies: sum((name) => routers.get(name)?.adjacencies.size ?? 0),
    sessions: sum((name) => routers.get(name)?.sessions.size ?? 0),
    routes: sum((name) => routers.get(name)?.routes.size ?? 0),
    pairs: pairs.length,
    ...(settled === undefined ? {} : { settled: Math.round(settled * 10) / 10 }),
    findings: explain([...states, ...paths, ...spread], farEnds(cables)),
  };
}
