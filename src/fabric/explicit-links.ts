import { parseSpeed } from '../platforms/platform.ts';
import { type LinkSection, spanOf } from '../topology/topology.ts';
import type { Building } from './building.ts';
import { type FabricNode, type LinkKind, type PortRef, type SwitchNode, portText } from './fabric.ts';
import { type LinkRequest, type ServerEnd, type SwitchEnd, isServerEnd, linkId } from './link-request.ts';

interface GivenEnd {
  readonly node: FabricNode;
  readonly port?: PortRef;
}

/** Reads `device:port/channel`; notes a device that there is not. */
function readEnd(building: Building, section: LinkSection, key: 'a' | 'z'): GivenEnd | undefined {
  const [name = '', portPart] = section[key].split(':');
  if (!building.graph.hasNode(name)) {
    building.defects.push({
      kind: 'unknown-reference',
      what: 'device',
      name,
      candidates: building.graph.nodes(),
      span: spanOf(building.topology, section, key),
    });
    return undefined;
  }
  const node = building.graph.getNodeAttributes(name);
  if (portPart === undefined) return { node };
  const [port = '', channel] = portPart.split('/');
  return { node, port: { port: Number(port), ...(channel === undefined ? {} : { channel: Number(channel) }) } };
}

const height = { server: 0, leaf: 1, border: 1, spine: 2, superspine: 3 } as const;

function heightOf(node: FabricNode): number {
  return height[node.kind === 'server' ? 'server' : node.role];
}

function kindBetween({ traits }: Building, a: SwitchNode, z: SwitchNode): LinkKind {
  if (heightOf(z) - heightOf(a) === 1) return 'uplink';
  if (traits.spinePair && a.role === 'spine' && z.role === 'spine') return 'interlink';
  return a.role === 'leaf' && a.rack !== undefined && a.rack === z.rack ? 'interlink' : 'extra';
}

/** The automatic cables by the pair they join, and by the NIC they end at; replaced ones are taken out. */
class Automatic {
  readonly #byPair = new Map<string, LinkRequest[]>();
  readonly #byNic = new Map<string, LinkRequest>();
  readonly removed = new Set<LinkRequest>();
  readonly #count = new Map<string, number>();

  constructor(requests: readonly LinkRequest[]) {
    for (const request of requests) {
      const pair = `${request.a.node.name}--${request.z.node.name}`;
      const list = this.#byPair.get(pair);
      if (list) list.push(request);
      else this.#byPair.set(pair, [request]);
      this.#count.set(pair, (this.#count.get(pair) ?? 0) + 1);
      if (isServerEnd(request.a)) this.#byNic.set(`${request.a.node.name}:${request.a.nic}`, request);
    }
  }

  /** The next cable between two devices that no explicit link has replaced yet. */
  nextBetween(a: string, z: string): LinkRequest | undefined {
    return this.#byPair.get(`${a}--${z}`)?.shift();
  }

  /** The cable of a NIC. */
  ofNic(server: string, nic: number): LinkRequest | undefined {
    const request = this.#byNic.get(`${server}:${nic}`);
    this.#byNic.delete(`${server}:${nic}`);
    return request;
  }

  /** Id of a further cable between two devices. */
  nextId(a: string, z: string): string {
    const number = (this.#count.get(`${a}--${z}`) ?? 0) + 1;
    this.#count.set(`${a}--${z}`, number);
    return linkId(a, z, number);
  }
}

/** The server's end of an explicit link, and the automatic cable that it replaces. */
function serverEnd(
  automatic: Automatic,
  lower: GivenEnd,
  upper: SwitchNode,
): { end: ServerEnd; replaced: LinkRequest | undefined } | undefined {
  const { node } = lower;
  if (node.kind !== 'server') return undefined;
  if (lower.port) return { end: { node, nic: lower.port.port }, replaced: automatic.ofNic(node.name, lower.port.port) };
  const replaced = automatic.nextBetween(node.name, upper.name);
  return { end: { node, nic: replaced && isServerEnd(replaced.a) ? replaced.a.nic : 1 }, replaced };
}

/** The end of a cable at a switch, with the port that the user gave. */
function switchEnd(end: GivenEnd, use: SwitchEnd['use']): SwitchEnd {
  return { node: end.node as SwitchNode, use, ...(end.port ? { pin: end.port } : {}) };
}

/** Applies one explicit link; gives the cable to lay, if any. */
function applyLink(building: Building, automatic: Automatic, section: LinkSection): LinkRequest | undefined {
  const { topology, defects } = building;
  const span = spanOf(topology, section);
  const ends = [readEnd(building, section, 'a'), readEnd(building, section, 'z')] as const;
  if (!ends[0] || !ends[1]) return undefined;
  const [lower, upper] = heightOf(ends[0].node) <= heightOf(ends[1].node) ? [ends[0], ends[1]] : [ends[1], ends[0]];
  if (lower.node === upper.node) {
    defects.push({ kind: 'self-loop', device: lower.node.name, span });
    return undefined;
  }
  if (upper.node.kind === 'server') {
    defects.push({ kind: 'server-to-server', a: lower.node.name, z: upper.node.name, span });
    return undefined;
  }
  const server = serverEnd(automatic, lower, upper.node);
  if (
    server &&
    lower.port &&
    lower.node.kind === 'server' &&
    (lower.port.port > lower.node.nics.length || lower.port.port < 1)
  ) {
    defects.push({
      kind: 'port-absent',
      device: lower.node.name,
      port: portText(lower.port),
      last: lower.node.nics.length,
      span,
    });
    return undefined;
  }
  const replaced = server ? server.replaced : automatic.nextBetween(lower.node.name, upper.node.name);
  if (replaced) automatic.removed.add(replaced);
  if (section.absent) {
    if (!replaced) defects.push({ kind: 'nothing-to-replace', a: section.a, z: section.z, span });
    return undefined;
  }
  const kind = lower.node.kind === 'server' ? 'server' : kindBetween(building, lower.node, upper.node);
  const same = replaced?.z.node === upper.node;
  const upperUse = kind === 'server' ? 'access' : kind === 'interlink' ? 'interlink' : 'down';
  const speed =
    section.speed === undefined
      ? (replaced?.speed ?? (lower.node.kind === 'server' ? lower.node.speed : undefined))
      : parseSpeed(section.speed);
  return {
    id: replaced && same ? replaced.id : automatic.nextId(lower.node.name, upper.node.name),
    kind,
    a: server ? server.end : switchEnd(lower, kind === 'interlink' ? 'interlink' : 'uplink'),
    z: switchEnd(upper, upperUse),
    ...(speed === undefined ? {} : { speed }),
    ...(section.mtu === undefined ? {} : { mtu: section.mtu }),
    ...(section.length === undefined ? {} : { length: section.length }),
    ...(section.extra === undefined ? {} : { extra: section.extra }),
    span,
  };
}

/** The cables to lay: the automatic ones, with the explicit links of the file in their place or added. */
export function applyExplicitLinks(building: Building, requests: readonly LinkRequest[]): LinkRequest[] {
  const sections = building.topology.data.links;
  if (sections.length === 0) return [...requests];
  const automatic = new Automatic(requests);
  const explicit = sections.flatMap((section) => applyLink(building, automatic, section) ?? []);
  // A replaced cable keeps its place in the order, so that the ports of the others do not move.
  const byId = new Map(explicit.map((request) => [request.id, request]));
  const kept = requests.flatMap((request) => {
    if (!automatic.removed.has(request)) return [request];
    const replacement = byId.get(request.id);
    byId.delete(request.id);
    return replacement ? [replacement] : [];
  });
  return [...kept, ...byId.values()];
}
