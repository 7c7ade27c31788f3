import type { FabricNode, Link, PortRef, SwitchNode } from '../fabric/fabric.ts';
import { type MlagPair, mlagPairs } from '../fabric/mlag-pairs.ts';
import type { ServerGroup } from '../topology/topology.ts';
import { allocateNumbers } from './address-pool.ts';
import type { Planning } from './planning.ts';

/** Most LAGs that a switch can number: EOS takes Port-Channel1 to 2000 in every release, and MLAG ids up to 2000. */
const mostLags = 2001;

/** EOS and NX-OS number LAGs from 1. */
const reserved = [0];

/** Number of the LAG whose lowest member is this port: its panel number, or for a channel one that no panel number is. */
function numberFor(port: PortRef): number {
  return port.channel === undefined ? port.port : 1000 + port.port * 10 + port.channel;
}

function lowest(ports: readonly PortRef[]): number {
  return Math.min(...ports.map(numberFor));
}

/** Ports of a switch that are in a LAG, by the device at the far end, or the first of the pair that it is in. */
type Lags = ReadonlyMap<string, readonly PortRef[]>;

/** Pairs by the names of both their switches. */
export function pairsByMember(pairs: readonly MlagPair[]): Map<string, MlagPair> {
  return new Map(pairs.flatMap((pair) => [pair.first, pair.second].map(({ name }) => [name, pair] as const)));
}

/** True for bonds that are a LAG on the leaf, too. */
function isBundle(bond: ServerGroup['bond']): boolean {
  return bond === 'lacp' || bond === 'balance-xor';
}

function lagsOf({ fabric }: Planning, pairs: ReadonlyMap<string, MlagPair>, node: SwitchNode): Lags {
  const { graph, traits } = fabric;
  const lags = new Map<string, PortRef[]>();
  const isBundled = (link: Link, peer: FabricNode): boolean =>
    peer.kind === 'server'
      ? isBundle(peer.group.bond)
      : link.kind === 'interlink' || (traits.links === 'bridged' && link.kind === 'uplink');
  graph.forEachEdge(node.name, (_id: string, link: Link) => {
    const [own, far] = link.a.node === node.name ? [link.a, link.z] : [link.z, link.a];
    if (!isBundled(link, graph.getNodeAttributes(far.node))) return;
    const peer = link.kind === 'uplink' ? (pairs.get(far.node)?.first.name ?? far.node) : far.node;
    const ports = lags.get(peer);
    if (ports) ports.push(own.port);
    else lags.set(peer, [own.port]);
  });
  return lags;
}

export interface LagNumbers {
  /** By `<device>/<peer>`: a server, a switch, or the first of an MLAG pair that the LAG ends on. */
  readonly lags: ReadonlyMap<string, number>;
  /** Of LAGs that a switch forms with its MLAG peer, by the same names. */
  readonly mlags: ReadonlyMap<string, number>;
}

/** Numbers what both switches of a pair have LAGs to, after the lowest port of the first. */
function numberMlags(planning: Planning, { first, second }: MlagPair, lagsByDevice: ReadonlyMap<string, Lags>) {
  const [own, other] = [lagsByDevice.get(first.name), lagsByDevice.get(second.name)];
  const requests = [...(own ?? [])].flatMap(([peer, ports]) =>
    other?.has(peer) ? [{ key: `mlag/${first.name}/${peer}`, preferred: lowest(ports) }] : [],
  );
  const { allocations, fabric } = planning;
  return allocateNumbers(mostLags, requests, fabric.earlier.row(`mlag/${first.name}`), allocations, reserved).numbers;
}

/**
 * Numbers the LAGs of every switch after their lowest member, or where two switches form one, alike; a number stays
 * when its members change.
 */
export function numberLags(planning: Planning): LagNumbers {
  const { fabric, allocations } = planning;
  const pairs = mlagPairs(fabric);
  const members = pairsByMember(pairs);
  const lagsByDevice = new Map(fabric.switches.map((node) => [node.name, lagsOf(planning, members, node)]));
  const mlags = new Map<string, number>();
  for (const pair of pairs) {
    for (const [key, number] of numberMlags(planning, pair, lagsByDevice)) {
      const peer = key.slice(`mlag/${pair.first.name}/`.length);
      for (const { name } of [pair.first, pair.second]) mlags.set(`${name}/${peer}`, number);
    }
  }
  const given = new Map<string, number>();
  for (const [name, lags] of lagsByDevice) {
    if (lags.size === 0 && fabric.earlier.all.size === 0) continue;
    const requests = [...lags].map(([peer, ports]) => ({
      key: `lag/${name}/${peer}`,
      preferred: mlags.get(`${name}/${peer}`) ?? lowest(ports),
    }));
    const { numbers } = allocateNumbers(mostLags, requests, fabric.earlier.row(`lag/${name}`), allocations, reserved);
    for (const [key, number] of numbers) given.set(key.slice('lag/'.length), number);
  }
  return { lags: given, mlags };
}
