import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenLab } from '../host/labs.ts';
import type { LabPlan } from '../network/prepare-lab.ts';
import type { Finding } from '../state/finding.ts';
import { settle } from '../state/observe.ts';
import { predict } from '../state/predict.ts';
import type { RouterState } from '../state/router-state.ts';
import type { AtRest } from './at-rest.ts';
import { type Breakable, prepareAct } from './break.ts';
import type { Flows } from './flows.ts';
import type { Loss } from './loss.ts';
import type { ServerPair } from '../test/server-pairs.ts';
import { pairsFor } from './pairs.ts';
import { routeDifferences } from './route-differences.ts';
import { type Scenario, type ScenarioKind, failuresWith } from './scenario.ts';
import type { Silencer } from './silence.ts';
import { detectionSeconds, startupSeconds } from './timers.ts';
import { type ChangedEntries, changedEntries, forwardingEntries } from '../state/forwarding-entries.ts';

/** What one failure did. */
export interface FailureReport {
  readonly scenario: string;
  readonly kind: ScenarioKind;
  /** While it broke, and while it came back. */
  readonly loss: Loss;
  readonly recoveryLoss: Loss;
  /** Seconds until the kernels had the routes predicted for the failure; absent where they did not get them. */
  readonly settled?: number;
  readonly recovered?: number;
  /** Whether routes changed once more when they had been as predicted: on a slow machine BFD does not get its packets. */
  readonly unsteady: boolean;
  /** Entries that the other switches forward by and that the failure made others. */
  readonly changed?: ChangedEntries;
  /** Where routers differ from the prediction after the failure, and after its end. */
  readonly findings: readonly Finding[];
}

/** How failures are made, and how long is waited for what follows. */
export interface FailOptions {
  readonly flows: Flows;
  readonly silencer: Silencer | undefined;
  readonly rest: AtRest;
  /** Seconds for the protocols to come to rest, once they have noticed. */
  readonly wait: number;
}

/** How often flows are started anew where packets get lost before anything is broken: a machine may be busy for a while. */
const attempts = 5;

/** Milliseconds for which packets are sent on when the routes are there: a flow that is still cut then is cut for good. */
const hold = 1300;

const round = (seconds: number): number => Math.round(seconds * 10) / 10;

/** Starts flows in a lab at rest; gives servers whose packets get lost nevertheless. */
async function startFlows(
  { namespaces }: OpenLab,
  { flows, rest, wait }: FailOptions,
  pairs: readonly ServerPair[],
): Promise<string[]> {
  let lossy = await flows.start(pairs);
  for (let attempt = 1; lossy.length > 0 && attempt < attempts; attempt++) {
    await flows.stop();
    await settle(namespaces, rest.routers, wait);
    lossy = await flows.start(pairs);
  }
  return lossy;
}

/**
 * Makes one failure happen in a lab at rest, and ends it, as soon as its effects have come to rest: counts lost packets,
 * and compares the routers' routes with the prediction after each.
 * @returns a text that says why the failure was not made, where packets get lost before it.
 */
export async function failLab(
  lab: OpenLab,
  { devices, running }: LabPlan,
  scenario: Scenario,
  options: FailOptions,
): Promise<FailureReport | string> {
  const { flows, silencer, wait, rest } = options;
  const { namespaces, folder } = lab;
  const failures = failuresWith(scenario, rest.usual);
  const before = rest.routers;
  const after = predict(devices, failures, rest.externals).routers;
  const breakable: Breakable = { namespaces, folder, running, silencer };
  const patience = wait + detectionSeconds(running, scenario.devices);

  /** Does something, and waits until routes and packets are what they will be. */
  const watch = async (act: () => Promise<void>, predicted: ReadonlyMap<string, RouterState>, seconds: number) => {
    await act();
    const settled = await settle(namespaces, predicted, seconds);
    await sleep(hold);
    let findings = await routeDifferences(namespaces, predicted);
    const isUnsteady = settled !== undefined && findings.length > 0;
    if (isUnsteady) {
      await settle(namespaces, predicted, seconds);
      await sleep(hold);
      findings = await routeDifferences(namespaces, predicted);
    }
    return { settled, isUnsteady, findings, loss: await flows.report() };
  };

  const switches = running.filter(({ kind }) => kind === 'switch').map(({ name }) => name);
  const down = new Set(scenario.devices.length === 1 ? scenario.devices : []);
  const act = await prepareAct(breakable, scenario.act);
  const lossy = await startFlows(lab, options, pairsFor(rest.pairs, running, scenario, failures));
  try {
    if (lossy.length > 0) return `packets of ${lossy.join(', ')} get lost while nothing is broken`;
    const entries = await forwardingEntries(namespaces, switches);
    const broken = await watch(act.happen, after, patience);
    const changed = changedEntries(entries, await forwardingEntries(namespaces, switches), down);
    const mended = await watch(act.end, before, patience + startupSeconds(running));
    return {
      scenario: scenario.name,
      kind: scenario.kind,
      loss: broken.loss,
      recoveryLoss: mended.loss,
      changed,
      ...(broken.settled === undefined ? {} : { settled: round(broken.settled) }),
      ...(mended.settled === undefined ? {} : { recovered: round(mended.settled) }),
      unsteady: broken.isUnsteady || mended.isUnsteady,
      findings: [...broken.findings, ...mended.findings],
    };
  } finally {
    await flows.stop();
  }
}
