import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { packageProgram } from '../../files/package.ts';
import { type AtRest, labAtRest } from '../../lab/fail/at-rest.ts';
import { type FailureReport, failLab } from '../../lab/fail/fail-lab.ts';
import { type FailureRun, runVersion } from '../../lab/fail/failure-run.ts';
import { Flows } from '../../lab/fail/flows.ts';
import { summariseKinds } from '../../lab/fail/kind-summary.ts';
import { packetInterval } from '../../lab/fail/probe/protocol.ts';
import type { Scenario } from '../../lab/fail/scenario.ts';
import { findSilencer } from '../../lab/fail/silence.ts';
import { startupSeconds, timersOf } from '../../lab/fail/timers.ts';
import type { Namespaces } from '../../lab/host/namespaces.ts';
import type { OpenLab } from '../../lab/host/labs.ts';
import type { LabPlan } from '../../lab/network/prepare-lab.ts';
import { compareStates } from '../../lab/state/compare.ts';
import { observeAll, settle } from '../../lab/state/observe.ts';

/** The probe's command line: this package's, by the same Node.js. */
function probe(): string[] {
  return [process.execPath, ...process.execArgv, packageProgram('cli/lab/probe')];
}

/** What the lab's kernel and FRR are. */
async function versions(lab: Namespaces): Promise<{ kernel: string; frr: string }> {
  const kernel = await lab.run(['uname', '-r']);
  const { stdout } = await lab.try(['/usr/lib/frr/zebra', '--version']);
  return { kernel: kernel.trim(), frr: /version (\S+)/.exec(stdout)?.[1] ?? 'unknown' };
}

/**
 * Waits until the lab is at rest.
 * @returns seconds until the routes were there.
 * @throws ExpectedError where the lab is not at rest.
 */
async function expectRest(
  open: OpenLab,
  { running }: LabPlan,
  { routers }: AtRest,
  { wait, onStage }: { wait: number; onStage: (stage: string) => void },
): Promise<number> {
  onStage('waiting for the routes');
  const settled = await settle(open.namespaces, routers, wait);
  if (settled === undefined) {
    throw new ExpectedError('The routes are not what is predicted even without a failure', {
      hint: 'heddle lab test says where',
    });
  }
  const left = startupSeconds(running) - (Date.now() - Date.parse(open.since)) / 1000 + 2;
  if (left > 0) {
    onStage(`waiting ${Math.ceil(left)} s, until no switch says any more that it has just started`);
    await sleep(left * 1000);
  }
  return Math.round(settled * 10) / 10;
}

/**
 * Makes one failure after the other happen.
 * @param options.wait seconds for the protocols to come to rest.
 * @param options.design the one that was asked for in place of the file's own.
 * @throws ExpectedError where the lab is not at rest to begin with.
 */
export async function failAll(
  open: OpenLab,
  lab: LabPlan,
  scenarios: readonly Scenario[],
  options: { wait: number; design: string | undefined; onStage: (stage: string) => void },
): Promise<FailureRun> {
  const { namespaces } = open;
  const rest = labAtRest(lab);
  const since = new Date().toISOString();
  const silencer = await findSilencer(namespaces);
  const possible = scenarios.filter(({ act }) => act.type !== 'silence' || silencer !== undefined);
  const left = scenarios.length - possible.length;
  const notes = left === 0 ? [] : [`left out: ${left} silent failures, which the kernel has no means for (nft, netem)`];
  const converged = await expectRest(open, lab, rest, options);
  const flows = new Flows(namespaces, probe());
  const failures: FailureReport[] = [];
  const unmade: FailureRun['unmade'][number][] = [];
  try {
    for (const [index, scenario] of possible.entries()) {
      options.onStage(`${index + 1}/${possible.length} ${scenario.name}`);
      const report = await failLab(open, lab, scenario, { flows, silencer, rest, wait: options.wait });
      if (typeof report === 'string') unmade.push({ scenario: scenario.name, reason: report });
      else failures.push(report);
    }
  } finally {
    flows.end();
  }
  const { routers } = rest;
  const { data } = lab.plan.fabric.topology;
  const switches = lab.running.filter(({ kind }) => kind === 'switch').length;
  return {
    version: runVersion,
    since,
    ...(await versions(namespaces)),
    fabric: data.name,
    design: options.design ?? data.design,
    cut: open.cut,
    switches,
    servers: lab.running.length - switches,
    packetInterval,
    timers: timersOf(lab.running),
    converged,
    failures,
    unmade,
    kinds: summariseKinds(failures),
    rest: compareStates(routers, await observeAll(namespaces, [...routers.keys()])),
    notes: [...lab.notes, ...notes],
  };
}
