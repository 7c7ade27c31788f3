import { setTimeout as sleep } from 'node:timers/promises';
import type { Device } from '../device/device.ts';
import { breakIt, mend } from './break.ts';
import { compareStates } from './compare.ts';
import type { Finding } from './finding.ts';
import type { Flows, Loss } from './flows.ts';
import type { OpenLab } from './labs.ts';
import { observeAll, settle } from './observe.ts';
import { predict } from './predict.ts';
import type { LabPlan } from './prepare-lab.ts';
import type { RouterState } from './router-state.ts';
import { type Scenario, failuresWith } from './scenarios.ts';
import { type ServerPair, serverPairs } from './server-pairs.ts';

/** What one failure did. */
export interface FailureReport {
  readonly scenario: string;
  /** While it broke, and while it came back. */
  readonly loss: Loss;
  readonly recoveryLoss: Loss;
  /** Seconds until the kernels had the routes predicted for the failure; absent where they did not get them. */
  readonly settled?: number;
  readonly recovered?: number;
  /** Where routers differ from the prediction after the failure, and after its end. */
  readonly findings: readonly Finding[];
}

/** Seconds that packets are sent while something breaks, and while it comes back. */
const breakSeconds = 6;
const mendSeconds = 16;

/** Seconds for which a switch that has just started tells others to go elsewhere (RFC 6987). */
export function startupSeconds(running: readonly Device[]): number {
  return Math.max(0, ...running.map((one) => (one.kind === 'switch' ? (one.ospf?.maxMetricOnStartup ?? 0) : 0)));
}

/** Seconds of packets before anything happens: programs take a moment to start. */
const leadIn = 2;
/** Pairs of servers that packets are sent between. */
const mostPairs = 4;

/** Something that goes on beside other work: what it fails with is told when it is waited for. */
function started<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => {});
  return work;
}

/** False for a server that a scenario cuts off: that of a dead leaf, where it has no other. */
function isConnected(running: readonly Device[], server: string, scenario: Scenario): boolean {
  const device = running.find(({ name }) => name === server);
  return (device?.interfaces ?? []).some(
    (one) => one.kind === 'ethernet' && one.peer && (scenario.kind !== 'switch' || one.peer.device !== scenario.device),
  );
}

/** IPv4 pairs of different racks, by preference those next to what breaks. */
function pairsFor(pairs: readonly ServerPair[], running: readonly Device[], scenario: Scenario): ServerPair[] {
  const rackOf = new Map(running.map(({ name, location }) => [name, location.rack]));
  const near = new Set(scenario.kind === 'link' ? scenario.ends.map(({ device }) => rackOf.get(device)) : []);
  const distance = ({ racks }: ServerPair): number => (racks.some((rack) => near.has(rack)) ? 0 : 1);
  const across = pairs
    .filter(({ family, racks: [a, z] }) => family === 4 && a !== z)
    .filter(({ from, to }) => [from, to].every((server) => isConnected(running, server, scenario)))
    .toSorted((a, z) => distance(a) - distance(z));
  // One for each two racks, so that the pairs do not all share a leaf.
  const byRacks = new Map(across.toReversed().map((pair) => [pair.racks.join(' '), pair]));
  return [...byRacks.values()].toReversed().slice(0, mostPairs);
}

const round = (seconds: number): number => Math.round(seconds * 10) / 10;

async function differences(lab: OpenLab, predicted: ReadonlyMap<string, RouterState>): Promise<Finding[]> {
  const seen = await observeAll(lab.namespaces, [...predicted.keys()]);
  // A session lasts until its hold time is over, long after routes have left a dead neighbour.
  return compareStates(predicted, seen).filter(({ check, found }) => check !== 'session' || found !== 'up');
}

/**
 * Makes one failure happen in a lab at rest, and ends it: counts lost packets, and compares the routers with the
 * prediction after each.
 */
export async function failLab(
  lab: OpenLab,
  { devices, running, leftOut, cables, plan }: LabPlan,
  scenario: Scenario,
  options: { flows: Flows; wait: number },
): Promise<FailureReport> {
  const { flows, wait } = options;
  const usual = { devices: leftOut, cables: cables.unwired };
  const before = predict(devices, usual).routers;
  const after = predict(devices, failuresWith(scenario, usual)).routers;
  const pairs = pairsFor(serverPairs(plan, running, 400), running, scenario);
  flows.answer(pairs);
  await sleep(1000);
  const breaking = started(flows.measure(pairs, breakSeconds));
  await sleep(leadIn * 1000);
  await breakIt(lab.namespaces, scenario);
  const settled = await settle(lab.namespaces, after, wait);
  const loss = await breaking;
  const broken = await differences(lab, after);
  const mending = started(
    flows.measure(pairs, mendSeconds + (scenario.kind === 'switch' ? startupSeconds(running) : 0)),
  );
  await sleep(leadIn * 1000);
  await mend(lab.namespaces, lab.folder, scenario);
  const recovered = await settle(lab.namespaces, before, wait);
  const recoveryLoss = await mending;
  const rest = await differences(lab, before);
  return {
    scenario: scenario.name,
    loss,
    recoveryLoss,
    ...(settled === undefined ? {} : { settled: round(settled) }),
    ...(recovered === undefined ? {} : { recovered: round(recovered) }),
    findings: [...broken, ...rest],
  };
}
