/**
 * Runs inside private namespaces (see isolated.ts): builds the racks of `topologies/dual-leaf.yaml` with real FRR,
 * lets leafs and cables fail, and prints what happened as JSON.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyBondedServer } from './bonded-server.ts';
import { readBuiltFabric } from './built-fabric.ts';
import { leafs, racks, servers, spines } from './dual-leaf-fabric.ts';
import type { Observation, Pings } from './dual-leaf-observation.ts';
import { nextHopsOf, rackRoutes, settle } from './dual-leaf-state.ts';
import { linksOf, setLinks, sh, sleep, stopFrr, vtysh } from './namespaces.ts';
import { buildNetwork, startSwitch, startSwitches } from './network.ts';
import { bgpSessions } from './switch-state.ts';
import { answerProbes, pings, probeFlows } from './traffic.ts';
import type { FlowResult } from './udp-probe.ts';

const fabric = readBuiltFabric(process.argv[2] ?? '');
const since = (begin: number): number => Math.round((performance.now() - begin) / 100) / 10;

function addressOf(server: string, vlan: string): string {
  const record = fabric.addresses.find((one) => one.device === server && one.interface === vlan);
  return record?.address.split('/')[0] ?? '';
}

/** Pings from and to every rack in both networks, also with packets of the full size that must not be fragmented. */
async function pingRacks(): Promise<Pings> {
  const pairs = servers.flatMap((from) => servers.filter((to) => to !== from).map((to) => [from, to] as const));
  const answers = await Promise.all(
    pairs.flatMap(([from, to]) => [
      pings(from, addressOf(to, 'vlan10')).then((answer) => [`${from} ${to}`, answer] as const),
      pings(from, addressOf(to, 'vlan30'), '-M', 'do', '-s', '8972').then(
        (answer) => [`${from} ${to} 9000 bytes`, answer] as const,
      ),
    ]),
  );
  return Object.fromEntries(answers);
}

/** Sends flows from the server of one rack to that of another. */
function flows(from: number, to: number, seconds: number): Promise<FlowResult[]> {
  const address = addressOf(`compute-rack${to}-01`, 'vlan10');
  return probeFlows(`compute-rack${from}-01`, address, { flows: 24, firstSource: 40_000 + 100 * to, seconds });
}

/** Sends flows while something happens: a second and a half later, so that the sender runs. */
async function flowsWhile(from: number, to: number, seconds: number, happen: () => Promise<void>) {
  const sent = flows(from, to, seconds);
  await sleep(1500);
  await happen();
  return sent;
}

buildNetwork(fabric, servers);
const bonds = fabric.servers
  .filter(({ name }) => servers.includes(name))
  .map(({ name, folder }) => applyBondedServer(name, join(folder, 'interfaces')));
/** Moves the server of a rack to its first or second NIC, which are cabled to the first and second leaf. */
const moveServer = (rack: number, nic: 0 | 1): void => bonds[rack - 1]?.activate(nic);
for (const [index, { name }] of bonds.entries()) {
  moveServer(index + 1, 0);
  answerProbes(name);
}

const begin = performance.now();
await startSwitches(fabric);
const state = await settle(60);
const started = { seconds: since(begin), state };

const watched = ['rack3-leaf1', 'spine1'];
const logOf = (name: string): string => `/var/tmp/frr/${name}/ospf.log`;
for (const name of watched) vtysh(name, 'debug ospf packet hello recv detail', 'configure', `log file ${logOf(name)}`);

const nextHops = nextHopsOf(leafs);
const first = await pingRacks();
moveServer(1, 1);
const second = await pingRacks();
moveServer(1, 0);

const portsOfLeafOff = linksOf('rack1-leaf1');
const leafOffFlows = await flowsWhile(2, 1, 4.5, async () => {
  setLinks('rack1-leaf1', portsOfLeafOff, 'down');
  stopFrr('rack1-leaf1');
  // The bond looks at its links every 100 ms.
  await sleep(100);
  moveServer(1, 1);
});
const leafOff = {
  flows: leafOffFlows,
  routes: rackRoutes(),
  nextHops: nextHopsOf(leafs.filter((leaf) => leaf !== 'rack1-leaf1')),
  pings: await pingRacks(),
};
// While the leaf comes back, another one fails in another rack.
const leafBack = flowsWhile(3, 1, 18, async () => {
  setLinks('rack1-leaf1', portsOfLeafOff, 'up');
  await startSwitch(fabric, 'rack1-leaf1');
});

// Cut at the other end, as a leaf sees a lost cable: by the link only.
const portToRack2 = ['swp3'];
const noUplinksFlows = await flowsWhile(3, 2, 4.5, async () => {
  for (const spine of spines) setLinks(spine, portToRack2, 'down');
});
const noUplinks = {
  flows: noUplinksFlows,
  routes: rackRoutes(),
  sessions: Object.values(bgpSessions('rack2-leaf1')),
  pings: await pingRacks(),
};
for (const spine of spines) setLinks(spine, portToRack2, 'up');
const leafBackFlows = await leafBack;

const interlinkOfRack3 = linksOf('rack3-leaf1').filter((link) => link.startsWith('po'));
setLinks('rack3-leaf1', interlinkOfRack3, 'down');
await sleep(1000);
const activeOnFirst = await flows(1, 3, 2);
moveServer(3, 1);
// A bond moves because a link fails, and with its link a leaf forgets who was behind it.
for (const vlan of ['10', '30'])
  sh('ip', '-n', 'rack3-leaf1', 'link', 'set', 'dev', `swp1.${vlan}`, 'type', 'bridge_slave', 'fdb_flush');
const activeOnSecond = await flows(1, 3, 2);
const noInterlinkRoutes = rackRoutes();
setLinks('rack3-leaf1', interlinkOfRack3, 'up');
const interlinkUp = performance.now();
const back = await flows(1, 3, 12);
for (const rack of racks) moveServer(rack, 0);
const restoredState = await settle(40);

const observation: Observation = {
  started,
  nextHops,
  pings: { first, second },
  leafOff,
  leafBack: leafBackFlows,
  noUplinks,
  noInterlink: { first: activeOnFirst, second: activeOnSecond, routes: noInterlinkRoutes, back },
  restored: { seconds: since(interlinkUp), state: restoredState, flows: await flows(2, 3, 1) },
  authentication: Object.fromEntries(
    watched.map((name) => [
      name,
      [...readFileSync(logOf(name), 'utf8').matchAll(/AuType (.*)/g)].map(([, kind = '']) => kind),
    ]),
  ),
};
process.stdout.write(`${JSON.stringify(observation)}\n`);
// The daemons are children in this process's own pid namespace and end with it.
process.exit(0);
