import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { askDaemons, fullAdjacencies, ospfInterfaces, upSessions } from './daemon-state.ts';
import { each } from './each.ts';
import { kernelInterfaces, kernelRoutes } from './kernel-state.ts';
import type { Namespaces } from './namespaces.ts';
import type { RouterState } from './router-state.ts';

/** At how many routers is looked at the same time. */
const atOnce = 4;

/** What a router holds now. */
export async function observeRouter(lab: Namespaces, device: string): Promise<RouterState> {
  const answers = await askDaemons(lab, device);
  const ospf = ospfInterfaces(answers);
  const kernel = await kernelInterfaces(lab, device);
  return {
    interfaces: new Map(
      [...kernel].map(([name, one]) => {
        const own = ospf.get(name);
        return [name, own ? { ...one, ospf: own } : one];
      }),
    ),
    adjacencies: fullAdjacencies(answers),
    sessions: upSessions(answers),
    routes: await kernelRoutes(lab, device),
  };
}

/** What all routers hold now. */
export async function observeAll(lab: Namespaces, names: readonly string[]): Promise<Map<string, RouterState>> {
  const seen = await each(names, atOnce, async (name) => [name, await observeRouter(lab, name)] as const);
  return new Map(seen);
}

/** Spanning tree keeps a port that comes up waiting. */
async function isForwarding(lab: Namespaces, device: string): Promise<boolean> {
  const ports = JSON.parse((await lab.run(['bridge', '-j', 'link', 'show'], { device })) || '[]') as {
    state?: string;
  }[];
  return ports.every(({ state }) => state === 'forwarding' || state === 'blocking');
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
    await each([...left], atOnce, async (name) => {
      const routes = await kernelRoutes(lab, name);
      const isThere = isDeepStrictEqual(routes, predicted.get(name)?.routes);
      if (isThere && (await isForwarding(lab, name))) left.delete(name);
    });
    const elapsed = (performance.now() - begin) / 1000;
    if (left.size === 0) return elapsed;
    if (elapsed > seconds) return undefined;
    await sleep(500);
  }
}
