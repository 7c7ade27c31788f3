import type { SessionEnd } from '../../analysis/forwarding/bgp-sessions.ts';
import { portKey } from '../../analysis/forwarding/interface-key.ts';
import type { Device } from '../../device/device.ts';
import { formatIp } from '../../ip/index.ts';
import { linuxName, linuxNames } from '../network/linux-names.ts';
import type { LabCables } from '../network/cables.ts';
import { bfdName } from './frr/bfd.ts';
import type { Prediction } from './predict.ts';
import { inVrf } from './router-state.ts';

/** What a thing of a device hangs on: other things, each as `<device> <interface, peer or protocol>`. */
export type Relations = ReadonlyMap<string, ReadonlySet<string>>;

class Gatherer {
  readonly found = new Map<string, Set<string>>();
  readonly #names: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(devices: readonly Device[]) {
    this.#names = new Map(devices.map((device) => [device.name, linuxNames(device)]));
  }

  /** Says that a thing hangs on others, and on itself. */
  relate(thing: string, others: readonly string[]): void {
    const known = this.found.get(thing) ?? new Set([thing]);
    this.found.set(thing, known);
    for (const other of others) known.add(other);
  }

  /** Linux name of an interface. */
  link(device: string, key: string): string {
    return this.#names.get(device)?.get(key) ?? key;
  }
}

/** Things of one end of a session: the peer as the router names it, BFD's name for it, the interface, the protocol. */
function sessionThings(gather: Gatherer, { router, at, far, vrf }: SessionEnd): { peers: string[]; others: string[] } {
  const link = at && gather.link(router.name, at.key);
  const address = far && formatIp(far);
  const peer = inVrf(address ?? link ?? '', vrf);
  const names = [peer, bfdName(address, link, vrf)].map((name) => `${router.name} ${name}`);
  const own = link === undefined ? [] : [`${router.name} ${link}`];
  return { peers: names, others: [...own, `${router.name} ${inVrf('BGP', vrf)}`] };
}

/** Bonds, each with those at the far ends of its cables. */
function bondEnds(devices: readonly Device[]): [string, string[]][] {
  const bondOf = new Map(
    devices.flatMap((device) =>
      device.interfaces.flatMap((one) =>
        one.kind === 'lag'
          ? one.members.map(
              (port) => [`${device.name} ${portKey(port)}`, `${device.name} ${linuxName(device, one)}`] as const,
            )
          : [],
      ),
    ),
  );
  return devices.flatMap(({ name, interfaces }) =>
    interfaces.flatMap((one): [string, string[]][] => {
      if (one.kind !== 'ethernet' || !one.peer) return [];
      const bond = bondOf.get(`${name} ${portKey(one.port)}`);
      const far = bondOf.get(`${one.peer.device} ${portKey(one.peer.port)}`);
      return bond !== undefined && far !== undefined ? [[bond, [far]]] : [];
    }),
  );
}

/** Relations of a fabric: of the ends of cables, adjacencies and sessions, and of prefixes to what has them. */
export function relationsOf(
  { forwarding, routers }: Prediction,
  devices: readonly Device[],
  { wired }: LabCables,
): Relations {
  const gather = new Gatherer(devices);
  for (const ends of wired) {
    const things = ends.map(({ device, link }) => `${device} ${link}`);
    for (const thing of things) gather.relate(thing, things);
  }
  for (const [family, byRouter] of forwarding.adjacencies) {
    const [version, protocol] = family === 4 ? ['v2', 'OSPF'] : ['v3', 'OSPFv3'];
    for (const { from, to, via } of [...byRouter.values()].flat()) {
      const [link, far] = [from, to].map(({ router, at }) => gather.link(router.name, at.key));
      const { name } = from.router;
      const links = [`${name} ${link}`, `${to.router.name} ${far}`];
      gather.relate(`${name} ${version} ${link}`, [...links, `${name} ${protocol}`, `${to.router.name} ${protocol}`]);
      gather.relate(`${name} ${bfdName(via && formatIp(via), link, from.at.vrf)}`, links);
      for (const thing of links) gather.relate(thing, links);
    }
  }
  for (const { ends } of forwarding.sessions) {
    const things = ends.map((end) => sessionThings(gather, end));
    const all = things.flatMap(({ peers, others }) => [...peers, ...others]);
    for (const { peers } of things) for (const peer of peers) gather.relate(peer, all);
  }
  for (const [thing, others] of bondEnds(devices)) gather.relate(thing, others);
  for (const [name, { originated }] of routers) {
    for (const prefix of originated) gather.relate(prefix, [`${name} ${prefix}`]);
  }
  for (const [table, routes] of forwarding.tables) {
    const [device = '', vrf] = table.split('|');
    for (const [prefix, { protocol, nextHops }] of routes) {
      if (protocol !== 'connected') continue;
      const links = nextHops.map((hop) => `${device} ${gather.link(device, hop.interface)}`);
      gather.relate(inVrf(prefix, vrf), links);
      gather.relate(`${device} ${inVrf(prefix, vrf)}`, [...links, `${device} ${inVrf('BGP', vrf)}`]);
    }
  }
  return gather.found;
}
