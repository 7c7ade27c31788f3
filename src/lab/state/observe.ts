import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { each } from '../host/each.ts';
import { forwardingBridges, kernelInterfaces, kernelRoutes } from './kernel-state.ts';
import type { Namespaces } from '../host/namespaces.ts';
import { bfdSessions } from './frr/bfd.ts';
import { neighbourStates, sessionStates } from './frr/bgp-neighbours.ts';
import { bgpProcesses, originatedPrefixes } from './frr/bgp-process.ts';
import { askRouter } from './frr/ask-router.ts';
import { adjacencyStates, ospf3Interfaces, ospfInterfaces, ospfProcesses } from './frr/ospf.ts';
import { readConfig } from './frr/running-config.ts';
import type { RouterState } from './router-state.ts';

/** At how many routers is looked at the same time. */
const atOnce = 4;

/** What a router holds now. */
export async function observeRouter(lab: Namespaces, device: string): Promise<RouterState> {
  const answers = await askRouter(lab, device);
  const config = readConfig(answers.get('show running-config no-header') ?? '');
  const [two, three] = [ospfInterfaces(answers), ospf3Interfaces(answers, config)];
  const kernel = await kernelInterfaces(lab, device);
  return {
    interfaces: new Map(
      [...kernel].map(([name, one]) => {
        const [ospf, ospf3] = [two.get(name), three.get(name)];
        return [name, { ...one, ...(ospf ? { ospf } : {}), ...(ospf3 ? { ospf3 } : {}) }];
      }),
    ),
    processes: new Map([...ospfProcesses(answers), ...bgpProcesses(answers, config)]),
    neighbours: neighbourStates(answers),
    originated: originatedPrefixes(answers),
    adjacencies: adjacencyStates(answers),
    sessions: sessionStates(answers),
    bfd: bfdSessions(answers),
    routes: (await kernelRoutes(lab, [device])).get(device) ?? new Map(),
  };
}

/** What all routers hold now. */
export async function observeAll(lab: Namespaces, names: readonly string[]): Promise<Map<string, RouterState>> {
  const seen = await each(names, atOnce, async (name) => [name, await observeRouter(lab, name)] as const);
  return new Map(seen);
}

/**
 * Waits until the kernels have the predicted routes and bridges forward.
 * @returns seconds that it took; undefined where it did not come to that.
 */
export async function settle(
  lab: Namespaces,
  predicted: ReadonlyMap<string, RouterState>,
  seconds: number,
): Promise<number | undefined> {
  const begin = performance.now();
  const left = new Set(predicted.keys());
  for (;;) {
    const routes = await kernelRoutes(lab, [...left]);
    const there = [...left].filter((name) => isDeepStrictEqual(routes.get(name), predicted.get(name)?.routes));
    if (there.length > 0) for (const name of await forwardingBridges(lab, there)) left.delete(name);
    const elapsed = (performance.now() - begin) / 1000;
    if (left.size === 0) return elapsed;
    if (elapsed > seconds) return undefined;
    await sleep(500);
  }
}
