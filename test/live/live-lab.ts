import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { compileForLab, queryOf } from '../../src/cli/lab/lab-session.ts';
import { startLab } from '../../src/cli/lab/start-lab.ts';
import { Session } from '../../src/cli/session.ts';
import type { Failures } from '../../src/analysis/forwarding/routers.ts';
import type { OpenLab } from '../../src/lab/host/labs.ts';
import type { Cut } from '../../src/lab/network/cut.ts';
import type { LabPlan } from '../../src/lab/network/prepare-lab.ts';
import { externalsOf } from '../../src/lab/network/upstreams/externals.ts';
import { observeAll, settle } from '../../src/lab/state/observe.ts';
import { type Prediction, predict } from '../../src/lab/state/predict.ts';

/** Routes of OSPF and BGP in kernels, by router and prefix. */
export type Routes = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A committed topology in a lab of plain namespaces, which ends with this process. */
export interface LiveLab extends OpenLab {
  readonly plan: LabPlan;
  end(): Promise<void>;
}

/** Starts a committed topology, or a part of it. */
export async function startLiveLab(
  topology: string,
  options: { cut?: Cut; environment?: Record<string, string> } = {},
): Promise<LiveLab> {
  const runtime = mkdtempSync(join(tmpdir(), 'heddle-live-'));
  const env = { ...process.env, XDG_RUNTIME_DIR: runtime, ...options.environment };
  let told = '';
  const session = new Session({ stdout: { write: () => {} }, stderr: { write: (text) => (told += text) }, env });
  const file = join(import.meta.dirname, '..', '..', 'topologies', topology);
  try {
    const ready = compileForLab(session, file, {}, options.cut ?? {}, 'plain');
    expect(told, `what heddle says of ${topology}`).toBe('');
    const { open, end } = await startLab(session, queryOf(session, file, {}), ready!, { transient: true });
    return {
      ...open,
      plan: ready!.lab,
      async end() {
        await end();
        rmSync(runtime, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(runtime, { recursive: true, force: true });
    throw error;
  }
}

/** What is predicted for a lab with some failures, and upstreams that do not answer. */
export function foresee({ plan }: LiveLab, failures: Failures = {}, silent: readonly string[] = []): Prediction {
  const all = {
    ...failures,
    devices: new Set([...plan.leftOut, ...(failures.devices ?? [])]),
    cables: new Set([...plan.cables.unwired, ...(failures.cables ?? [])]),
  };
  return predict(plan.devices, all, externalsOf(plan.upstreams, new Set(silent)));
}

const plainRoutes = (routers: Prediction['routers']): Routes =>
  Object.fromEntries([...routers].map(([name, { routes }]) => [name, Object.fromEntries(routes)]));

/** Waits until all kernels have the predicted routes; fails with the difference where they get others. */
export async function expectRoutes({ namespaces }: LiveLab, { routers }: Prediction, seconds = 60): Promise<void> {
  if ((await settle(namespaces, routers, seconds)) !== undefined) return;
  const seen = await observeAll(namespaces, [...routers.keys()]);
  expect(plainRoutes(seen)).toEqual(plainRoutes(routers));
}

/** Sets ends of cables of a device up or down, all in one moment. */
export async function setLinks(
  { namespaces }: LiveLab,
  device: string,
  links: readonly string[],
  state: 'up' | 'down',
): Promise<void> {
  const input = links.map((link) => `link set dev ${link} ${state}\n`).join('');
  await namespaces.run(['ip', '-batch', '-'], { device, input });
}

/** Sends a signal to all processes of a device: its daemons. */
export async function signal(
  { namespaces }: Pick<LiveLab, 'namespaces'>,
  device: string,
  name: 'KILL' | 'STOP' | 'CONT',
): Promise<void> {
  await namespaces.script([`pids=$(ip netns pids ${device}); [ -z "$pids" ] || kill -${name} $pids`]);
}

/** Waits until something holds, and looks every 100 ms; false where it does not within the time. */
export async function until(seconds: number, holds: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}
