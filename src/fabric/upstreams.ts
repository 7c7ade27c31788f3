import {
  type InterfaceAddress,
  type Ip,
  type Prefix,
  addToIp,
  bitsOf,
  everything,
  networkOf,
  parseIp,
  parsePrefix,
} from '../ip/index.ts';
import { parseSpeed } from '../platforms/platform.ts';
import { type UpstreamSection, spanOf } from '../topology/topology.ts';
import type { Building } from './building.ts';
import { type AnycastService, type Network, type SwitchNode, type Upstream, isRouted } from './fabric.ts';
import { type UpstreamRequest, linkId } from './link-request.ts';

/** What the loopbacks of routed servers are called among the networks to export. */
const hostsWord = 'hostLoopbacks';

/** Reads `192.0.2.1/31`. */
function parseInterfaceAddress(text: string): InterfaceAddress | undefined {
  const [address = '', lengthText = ''] = text.split('/');
  const ip = parseIp(address);
  const length = Number(lengthText);
  return ip && lengthText !== '' && length >= 1 && length <= bitsOf(ip.family) ? { ip, length } : undefined;
}

/** The other address of a subnet that has two. */
function otherEnd({ ip, length }: InterfaceAddress): Ip | undefined {
  const bits = bitsOf(ip.family);
  const base = networkOf(ip, length);
  const offset = ip.value - base.value;
  if (length === bits - 1) return addToIp(base, 1n - offset);
  // Of four addresses the outer ones are the network's and its broadcast (IPv4), or the routers' anycast (IPv6).
  return length === bits - 2 && offset >= 1n && offset <= 2n ? addToIp(base, 3n - offset) : undefined;
}

/** Reads one upstream's texts; notes what is wrong with each. */
class UpstreamReader {
  readonly #building: Building;
  readonly #section: UpstreamSection;

  constructor(building: Building, section: UpstreamSection) {
    this.#building = building;
    this.#section = section;
  }

  #note(holder: object, key: string | number, text: string, reason: string): void {
    const span = spanOf(this.#building.topology, holder, key);
    this.#building.defects.push({ kind: 'bad-upstream', upstream: this.#section.name, text, reason, span });
  }

  sessions(): { own: InterfaceAddress; peer: Ip }[] {
    const { addresses, peers } = this.#section;
    const far = peers.flatMap((text, index) => {
      const ip = parseIp(text);
      if (!ip) this.#note(peers, index, text, 'is no address');
      return ip ? [{ ip, text, index }] : [];
    });
    const sessions = addresses.flatMap((text, index) => {
      const own = parseInterfaceAddress(text);
      if (!own) {
        this.#note(addresses, index, text, 'is no address with a prefix length');
        return [];
      }
      const given = far.find(({ ip }) => ip.family === own.ip.family)?.ip;
      const peer = given ?? otherEnd(own);
      if (!peer) this.#note(addresses, index, text, 'leaves open which address the upstream has: say it in `peers`');
      return peer ? [{ own, peer }] : [];
    });
    for (const { ip, text, index } of far) {
      const own = sessions.find((session) => session.peer === ip)?.own;
      if (!own) this.#note(peers, index, text, 'belongs to no address of this end');
      else if (networkOf(ip, own.length).value !== networkOf(own.ip, own.length).value)
        this.#note(peers, index, text, 'is not in the subnet of this end');
    }
    return sessions;
  }

  imports(sessions: readonly { readonly own: InterfaceAddress }[]): Prefix[] {
    const given = this.#section.import;
    if (given.length === 0) {
      return sessions.map(({ own }) => everything(own.ip.family));
    }
    return given.flatMap((text, index) => {
      const prefix = parsePrefix(text);
      if (!('fault' in prefix)) return [prefix];
      this.#note(given, index, text, prefix.network === undefined ? 'is no prefix' : `lies in ${prefix.network}`);
      return [];
    });
  }

  exports(anycast: readonly AnycastService[]): Pick<Upstream, 'exports' | 'exportsHosts' | 'exportedServices'> {
    const given = this.#section.export;
    const { networks, servers, defects, topology } = this.#building;
    if (given.length === 0) {
      const exports = [...networks.values()].filter((network) => network.defaultRoute && network.vrf === undefined);
      return { exports, exportsHosts: servers.some(isRouted), exportedServices: [] };
    }
    const exportedServices = anycast.filter(({ name }) => given.includes(name));
    const exports = given.flatMap((name, index): Network[] => {
      const network = networks.get(name);
      if (network) return [network];
      const candidates = [...networks.keys(), ...anycast.map((service) => service.name), hostsWord];
      if (!candidates.includes(name)) {
        const span = spanOf(topology, given, index);
        defects.push({ kind: 'unknown-reference', what: 'network', name, candidates, span });
      }
      return [];
    });
    return { exports, exportsHosts: given.includes(hostsWord), exportedServices };
  }

  device(): { readonly node: SwitchNode; readonly pin?: { port: number; channel?: number } } | undefined {
    const { graph, switches, topology, defects } = this.#building;
    const [name = '', portPart] = this.#section.device.split(':');
    const node = graph.hasNode(name) ? graph.getNodeAttributes(name) : undefined;
    if (node?.kind !== 'switch') {
      const candidates = switches.map((one) => one.name);
      const span = spanOf(topology, this.#section, 'device');
      defects.push({ kind: 'unknown-reference', what: 'device', name, candidates, span });
      return undefined;
    }
    if (portPart === undefined) return { node };
    const [port = '', channel] = portPart.split('/');
    return { node, pin: { port: Number(port), ...(channel === undefined ? {} : { channel: Number(channel) }) } };
  }
}

/** Reads the upstreams; a cable for each whose switch is there. */
export function expandUpstreams(building: Building, anycast: readonly AnycastService[]): UpstreamRequest[] {
  const { topology } = building;
  const names = new Map<string, UpstreamSection>();
  return topology.data.upstreams.flatMap((section) => {
    const span = spanOf(topology, section, 'name');
    const first = names.get(section.name);
    if (first) {
      const firstSpan = spanOf(topology, first, 'name');
      building.defects.push({ kind: 'duplicate-name', what: 'upstream', name: section.name, span, first: firstSpan });
      return [];
    }
    names.set(section.name, section);
    const reader = new UpstreamReader(building, section);
    const sessions = reader.sessions();
    const upstream = {
      section,
      name: section.name,
      sessions,
      imports: reader.imports(sessions),
      ...reader.exports(anycast),
      span,
    };
    const device = reader.device();
    if (!device) return [];
    const cable = {
      id: linkId(device.node.name, section.name, 1),
      end: { use: 'upstream', ...device },
      ...(section.speed === undefined ? {} : { speed: parseSpeed(section.speed) }),
      span: spanOf(topology, section, 'device'),
    } as const;
    return [{ cable: { ...cable }, upstream }];
  });
}
