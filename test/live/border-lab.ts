/**
 * Runs inside private namespaces (see isolated.ts): starts `topologies/border.yaml` on real FRR between two upstreams
 * that are FRR too, lets upstreams and links fail, and prints what happened as JSON.
 */
import { aggregates, hosts, owners, unused, upstreams } from './border-fabric.ts';
import type { BorderExpectation, BorderObservation, Heard } from './border-observation.ts';
import { echo, pathOf } from './echo.ts';
import { kernelRouteList } from './kernel-routes.ts';
import { type Routes, buildLiveFabric, labArguments, report } from './live-fabric.ts';
import { setLinks, sh, sleep, until } from './namespaces.ts';
import { startSwitches } from './network.ts';
import { crossRacks } from './racks.ts';
import { answerProbes, probeFlows } from './traffic.ts';
import { forwarded, heardFromFabric, startUpstreams } from './upstream.ts';

const { out, input } = labArguments();
const expected = input as BorderExpectation;
const [ispA, ispB] = upstreams;
const live = buildLiveFabric(out, { devices: [ispA.name, ispB.name], addresses: owners });
const { fabric, names, settle, settleRoutes } = live;
const servers = fabric.servers.map(({ name }) => name);
const since = (begin: number): number => Math.round((performance.now() - begin) / 100) / 10;
const heard = (): Heard => Object.fromEntries(upstreams.map((one) => [one.name, heardFromFabric(one)]));

/** Asks for every pair at once. */
async function all<T>(
  from: readonly string[],
  to: readonly string[],
  ask: (from: string, to: string) => Promise<T>,
): Promise<Record<string, T>> {
  const pairs = from.flatMap((one) => to.map((other) => [one, other] as const));
  return Object.fromEntries(
    await Promise.all(pairs.map(async ([one, other]) => [`${one} ${other}`, await ask(one, other)] as const)),
  );
}
const fromServers = (): Promise<Record<string, string>> => all(servers, hosts, echo);

/** Stops all processes of a device, and lets them go on. */
function signal(name: string, what: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of sh('ip', 'netns', 'pids', name).split('\n')) if (pid !== '') process.kill(Number(pid), what);
}

const begin = performance.now();
await startUpstreams(upstreams, aggregates);
await startSwitches(fabric);
const state = await settle(expected.healthy, 60);
const seconds = since(begin);
const { echoes, fullSize } = await crossRacks(fabric, names, ['service', 'storage']);
const heardAtStart = heard();
const outside = await fromServers();
const paths = await all(['web-rack1-1', 'web-rack2-1'], hosts, async (from, to) =>
  (await pathOf(from, to)).map((hop) => names.ownerOf(hop, from, '')),
);

const forwardedBy = (): number => upstreams.reduce((sum, { name }) => sum + forwarded(name), 0);
const before = forwardedBy();
const unusedEchoes = await all([ispA.name, ispB.name, 'web-rack1-1'], unused, echo);
const unusedForwarded = forwardedBy() - before;

answerProbes(ispB.name);
await sleep(1000);
const flows = probeFlows('web-rack1-1', '203.0.113.129', { flows: 24, firstSource: 40_000, seconds: 4 });
await sleep(1500);
setLinks(ispA.name, ['fabric'], 'down');
const oneUpstream = {
  flows: await flows,
  routes: await settleRoutes(expected.oneUpstream, 30),
  outside: await fromServers(),
};

const hangs = performance.now();
signal(ispB.name, 'SIGSTOP');
await until(20, () => kernelRouteList('border2').every(({ prefix }) => prefix !== '0.0.0.0/0'), 20);
const milliseconds = Math.round(performance.now() - hangs);
const noUpstreamRoutes: Routes = await settleRoutes(expected.noUpstream, 30);
const noUpstream = { milliseconds, routes: noUpstreamRoutes, outside: await fromServers() };
signal(ispB.name, 'SIGCONT');
setLinks(ispA.name, ['fabric'], 'up');
await settle(expected.healthy, 40);

const uplinks = ['swp9', 'swp10'];
setLinks('border1', uplinks, 'down');
const noFabricRoutes = await settleRoutes(expected.noFabric, 30);
await until(10, () => Object.keys(heardFromFabric(ispA)).length === 0, 100);
const noFabric = { routes: noFabricRoutes, heard: heard() };
setLinks('border1', uplinks, 'up');
const back = performance.now();
const restored = { state: await settle(expected.healthy, 40), seconds: since(back) };

const observation: BorderObservation = {
  started: { seconds, state, echoes, fullSize },
  heard: heardAtStart,
  outside,
  paths,
  unused: { echoes: unusedEchoes, forwarded: unusedForwarded },
  oneUpstream,
  noUpstream,
  noFabric,
  restored,
};
report(observation);
