/**
 * Runs inside private namespaces (see isolated.ts): starts `topologies/routed-hosts.yaml` with FRR on every switch and
 * every server, asks at the anycast address, lets proxies fail, and prints what happened as JSON.
 */
import { readBuiltFabric } from './built-fabric.ts';
import { echo } from './echo.ts';
import { kernelRouteList } from './kernel-routes.ts';
import { setLinks, sh, until, vtysh } from './namespaces.ts';
import { buildNetwork, startSwitches } from './network.ts';
import {
  type Answers,
  type Observation,
  client,
  families,
  liar,
  stopped,
  unplugged,
} from './routed-hosts-observation.ts';
import { answerAt, applyRoutedHost, ask, killHost, portsOf, startHost } from './routed-host.ts';

const fabric = readBuiltFabric(process.argv[2] ?? '');
const { servers, switches } = fabric;
const flows = 128;
const leafs = switches.map(({ name }) => name).filter((name) => name.includes('leaf'));
const spines = switches.map(({ name }) => name).filter((name) => name.startsWith('spine'));
const proxies = servers.map(({ name }) => name).filter((name) => name.startsWith('proxy'));
const folderOf = (name: string): string => servers.find((one) => one.name === name)?.folder ?? '';

const bare = (address: string): string => address.replace(/\/\d+$/, '');
const ofFamily = (address: string, family: 4 | 6): boolean => address.includes(':') === (family === 6);

function addressesOf(purpose: string): { device: string; address: string }[] {
  return fabric.addresses
    .filter((one) => one.purpose === purpose)
    .map(({ device, address }) => ({ device, address: bare(address) }));
}

const loopbacks = addressesOf('host-loopback');
const service = Object.fromEntries(
  families.map((family) => [
    family,
    addressesOf('anycast').find(({ address }) => ofFamily(address, family))?.address ?? '',
  ]),
);

/** Next hops that a kernel has for an address, by prefix; none where it has no route. */
function hopsTo(device: string, prefix: string): string[] {
  return kernelRouteList(device)
    .filter((route) => route.prefix === prefix)
    .flatMap(({ hops }) => hops.map(({ dev }) => dev))
    .toSorted();
}

const whole = (address: string): string => `${address}/${address.includes(':') ? 128 : 32}`;

/** Every leaf's next hops to the service, by family; the kernel's, since only they carry packets. */
function serviceHops(): Record<string, string[]> {
  return Object.fromEntries(
    leafs.flatMap((leaf) =>
      families.map((family) => [`${leaf} ${family}`, hopsTo(leaf, whole(service[family] ?? ''))]),
    ),
  );
}

const bothDefaults = ({ name, folder }: (typeof servers)[number]): boolean =>
  ['0.0.0.0/0', '::/0'].every((prefix) => hopsTo(name, prefix).join() === portsOf(folder).join());

/** Every host has both ways out, and every leaf a way to every host and to the service over all that are nearest. */
function hasConverged(): boolean {
  if (!servers.every(bothDefaults)) return false;
  const known = leafs.every((leaf) => {
    const prefixes = new Set(kernelRouteList(leaf).map(({ prefix }) => prefix));
    return loopbacks.every(({ address }) => prefixes.has(whole(address)));
  });
  // A leaf has two proxies below it, or two spines above it; a spine has the leafs of two racks.
  const everywhere = spines.every((spine) =>
    families.every((family) => hopsTo(spine, whole(service[family] ?? '')).length === 4),
  );
  return known && everywhere && Object.values(serviceHops()).every((hops) => hops.length === 2);
}

/** Pings every host from every other, a few at once: this machine may be busy. */
async function pingAll(): Promise<string[]> {
  const pairs = servers.flatMap(({ name }) =>
    loopbacks
      .filter(({ device }) => device !== name)
      .map(({ device, address }) => ({ from: name, to: device, address })),
  );
  const lost: string[] = [];
  for (let begin = 0; begin < pairs.length; begin += 20) {
    const some = pairs.slice(begin, begin + 20);
    const answers = await Promise.all(some.map(({ from, address }) => echo(from, address)));
    lost.push(
      ...some
        .filter((_, index) => !answers[index]?.startsWith('answer'))
        .map(({ from, to, address }) => `${from} ${to} ${address}`),
    );
  }
  return lost;
}

async function askService(from: string): Promise<Answers> {
  const [four, six] = [await ask(from, service[4] ?? '', flows), await ask(from, service[6] ?? '', flows)];
  return { 4: four, 6: six };
}

buildNetwork(
  fabric,
  servers.map(({ name }) => name),
);
for (const [index, { name, folder }] of servers.entries()) applyRoutedHost(name, folder, 100 + index);
for (const proxy of proxies) for (const family of families) answerAt(proxy, service[family] ?? '');

const begin = performance.now();
await Promise.all([startSwitches(fabric), ...servers.map(({ name, folder }) => startHost(name, folder))]);
const converged = await until(60, hasConverged);
const seconds = Math.round((performance.now() - begin) / 100) / 10;
const hostRoutes = Object.fromEntries(
  servers.map(({ name }) => [
    name,
    kernelRouteList(name)
      .filter(({ protocol }) => protocol === 'bgp')
      .map(({ prefix }) => prefix)
      .toSorted(),
  ]),
);
const lost = await pingAll();
const healthy = { far: await askService(client), near: await askService('storage-rack1-1'), hops: serviceHops() };

// A server that says it had the service, and another server’s address.
const stolen = [service[4] ?? '', loopbacks.find(({ device }) => device === 'proxy-rack1-2')?.address ?? ''];
for (const address of stolen) sh('ip', '-n', liar, 'address', 'add', whole(address), 'dev', 'lo');
vtysh(
  liar,
  'configure',
  ...stolen.map((address) => `ip prefix-list OWN permit ${whole(address)}`),
  'router bgp 4200999999',
  'address-family ipv4 unicast',
  ...stolen.map((address) => `network ${whole(address)}`),
);
const announced = (): number => {
  const told = vtysh(liar, 'show bgp ipv4 unicast neighbors eth0 advertised-routes json');
  return Object.keys((JSON.parse(told) as { advertisedRoutes: object }).advertisedRoutes).length;
};
const told = await until(10, () => announced() > stolen.length);
const lied = { told, hops: serviceHops(), answers: (await ask(client, service[4] ?? '', flows)).counts };

/** Waits until the leafs of a rack have one way to the service less, in both families. */
function withdrawn(rack: string): Promise<boolean> {
  const ofRack = (): string[][] =>
    Object.entries(serviceHops())
      .filter(([key]) => key.startsWith(`${rack}-`))
      .map(([, hops]) => hops);
  return until(20, () => ofRack().every((hops) => hops.length === 1));
}

// FRR goes, the kernel of the server does not: it would still answer.
killHost(stopped);
const afterStop = { withdrawn: await withdrawn('rack1'), hops: serviceHops(), answers: await askService(client) };

setLinks(unplugged, portsOf(folderOf(unplugged)), 'down');
const afterUnplugging = { withdrawn: await withdrawn('rack2'), answers: await askService(client) };

setLinks(unplugged, portsOf(folderOf(unplugged)), 'up');
await startHost(stopped, folderOf(stopped));
const back = await until(60, hasConverged);

const observation: Observation = {
  converged,
  seconds,
  hostRoutes,
  lost,
  healthy,
  lied,
  afterStop,
  afterUnplugging,
  back: { converged: back, answers: await askService(client) },
};
process.stdout.write(`${JSON.stringify(observation)}\n`);
// The daemons are children in this process's own pid namespace and end with it.
process.exit(0);
