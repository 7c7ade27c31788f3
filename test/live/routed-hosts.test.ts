import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Family, formatIp } from '../../src/ip/index.ts';
import { daemonsOf, frrCommands } from '../../src/lab/network/start-frr.ts';
import type { Prediction } from '../../src/lab/state/predict.ts';
import { describeWith } from '../support/verifier.ts';
import { type Answers, answerAt, ask } from './anycast.ts';
import { labNeeds } from '../support/lab-needs.ts';
import { type LiveLab, expectRoutes, foresee, setLinks, startLiveLab, until } from './live-lab.ts';

const families = [4, 6] as const;
const proxies = ['proxy-rack1-1', 'proxy-rack1-2', 'proxy-rack2-1', 'proxy-rack2-2'];
const flows = 128;

/** A server in a rack without proxies, which all proxies are equally far from. */
const client = 'storage-rack3-1';
/** The proxy whose FRR is stopped, the one whose cables are pulled, and a server that announces what is not its own. */
const stopped = 'proxy-rack1-1';
const unplugged = 'proxy-rack2-2';
const liar = 'storage-rack2-1';

/** Every flow was answered by one of these servers, and each of them answered at least an eighth of its share. */
function expectSpread({ counts }: Answers, among: readonly string[]): void {
  expect(Object.keys(counts).toSorted()).toEqual(among);
  expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(flows);
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(flows / among.length / 8);
}

const others = (...names: string[]): string[] => proxies.filter((name) => !names.includes(name));

/** A prediction without one of its routers. */
function without({ routers, ...rest }: Prediction, name: string): Prediction {
  return { ...rest, routers: new Map([...routers].filter(([router]) => router !== name)) };
}

describeWith(labNeeds, 'an anycast service of routed hosts on real FRR', () => {
  let live: LiveLab;
  const service = new Map<Family, string>();

  async function expectFromClient(among: readonly string[]): Promise<void> {
    for (const family of families) expectSpread(await ask(live, client, service.get(family)!, flows), among);
  }

  beforeAll(async () => {
    live = await startLiveLab('routed-hosts.yaml');
    for (const { ip, purpose } of live.plan.plan.addresses)
      if (purpose === 'anycast') service.set(ip.family, formatIp(ip));
    const servers = live.plan.running.filter(({ kind }) => kind === 'server').map(({ name }) => name);
    // The hash that goes into the label of an IPv6 packet stays with it from namespace to namespace, as it would not over
    // a cable, and would be used.
    for (const device of servers)
      await live.namespaces.run(['sysctl', '-q', '-w', 'net.ipv6.auto_flowlabels=0'], { device });
    for (const proxy of proxies) for (const address of service.values()) answerAt(live, proxy, address);
    await expectRoutes(live, foresee(live));
  }, 150_000);
  afterAll(async () => live?.end());

  it('spreads the flows over all its servers, from where all are equally far', async () => {
    await expectFromClient(proxies);
    const [four, six] = await Promise.all(families.map((family) => ask(live, client, service.get(family)!, flows)));
    expect(four?.sources).toEqual(['10.252.2.11']);
    expect(six?.sources).toEqual(['2001:db8:252::2:11']);
  }, 60_000);

  it('sends them to those of the own rack where there are some', async () => {
    for (const family of families) {
      const answers = await ask(live, 'storage-rack1-1', service.get(family)!, flows);
      expectSpread(answers, ['proxy-rack1-1', 'proxy-rack1-2']);
    }
  }, 60_000);

  it('does not believe a server that announces what is not its own', async () => {
    const { namespaces, plan } = live;
    const another = plan.plan.addresses.find(
      ({ device, purpose, ip }) => device === 'proxy-rack1-2' && purpose === 'host-loopback' && ip.family === 4,
    )!;
    const stolen = [service.get(4)!, formatIp(another.ip)].map((address) => `${address}/32`);
    for (const address of stolen)
      await namespaces.run(['ip', 'address', 'add', address, 'dev', 'lo'], { device: liar });
    const lines = [
      'configure',
      ...stolen.map((prefix) => `ip prefix-list OWN permit ${prefix}`),
      'router bgp 4200999999',
      'address-family ipv4 unicast',
      ...stolen.map((prefix) => `network ${prefix}`),
    ];
    const vtysh = (...commands: string[]): Promise<string> =>
      namespaces.run(['vtysh', '-N', liar, ...commands.flatMap((command) => ['-c', command])], { device: liar });
    await vtysh(...lines);
    const isTold = async (): Promise<boolean> => {
      const told = JSON.parse(await vtysh('show bgp ipv4 unicast neighbors eth0 advertised-routes json')) as {
        advertisedRoutes: object;
      };
      return Object.keys(told.advertisedRoutes).length > stolen.length;
    };
    expect(await until(10, isTold)).toBe(true);
    await expectRoutes(live, without(foresee(live), liar), 30);
    expect(Object.keys((await ask(live, client, service.get(4)!, flows)).counts).toSorted()).toEqual(proxies);
  }, 90_000);

  it('takes the path away with the FRR of a server, though its kernel would answer', async () => {
    const { namespaces, folder } = live;
    const daemons = 'zebra|staticd|bgpd|bfdd';
    await namespaces.script([
      `for pid in $(ip netns pids ${stopped}); do case $(cat /proc/$pid/comm) in ${daemons}) kill -KILL $pid;; esac; done`,
      `rm -rf /run/frr/${stopped}`,
    ]);
    const afterwards = foresee(live, { mute: new Set([stopped]) });
    for (const leaf of ['rack1-leaf1', 'rack1-leaf2'])
      expect(afterwards.routers.get(leaf)?.routes.get(`${service.get(4)}/32`)).toEqual(['swp2']);
    await expectRoutes(live, without(without(afterwards, stopped), liar), 30);
    await expectFromClient(others(stopped));
    const files = join(folder, 'servers', 'rack1', stopped);
    const start = frrCommands(
      stopped,
      join(files, 'frr.conf'),
      daemonsOf(readFileSync(join(files, 'daemons'), 'utf8')),
    );
    await namespaces.script(start, { device: stopped, seconds: 60 });
    await expectRoutes(live, without(foresee(live), liar));
    await expectFromClient(proxies);
  }, 180_000);

  it('takes it away with the cables of a server', async () => {
    const ends = live.plan.cables.wired.flat().filter(({ device }) => device === unplugged);
    const links = ends.map(({ link }) => link);
    expect(links).toHaveLength(2);
    await setLinks(live, unplugged, links, 'down');
    const cables = new Set(ends.map(({ device, port }) => `${device} ${port}`));
    await expectRoutes(live, without(foresee(live, { cables }), liar), 30);
    await expectFromClient(others(unplugged));
    await setLinks(live, unplugged, links, 'up');
    await expectRoutes(live, without(foresee(live), liar));
    await expectFromClient(proxies);
  }, 180_000);
});
