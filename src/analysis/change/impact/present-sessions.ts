import type {
  BgpInstance,
  BgpNeighbor,
  Device,
  LoopbackInterface,
  Port,
  SwitchDevice,
} from '../../../device/device.ts';
import { type LinkEnd, portText } from '../../../fabric/fabric.ts';
import { formatIp } from '../../../ip/index.ts';
import { formatByName, targetByName } from '../../../pipeline/registries.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Comparison } from './comparison.ts';
import { type Session, SessionTable, linkKey, loopbackKey, outsideKey } from './session.ts';
import { type Scope, plainInterface } from './settings.ts';

/** What a session or adjacency runs over: a cable, by its link id, or the routed path between the leafs of a rack. */
interface Place {
  readonly over: string;
  readonly link?: string;
  readonly ends: readonly [a: string, z: string];
}

/** An interface at layer 3: what it leads to, and its name, or the names that it may have. */
interface Layer3 extends Pick<LoopbackInterface, 'addresses' | 'ospf' | 'ospf3'> {
  readonly place?: Place | undefined;
  readonly names: readonly string[];
}

const textOf = ({ panel, channel }: Port): string => (channel === undefined ? String(panel) : `${panel}/${channel}`);

/** What systems call the routed interface of a VLAN, before its number. */
const sviNames = ['Vlan', 'vlan', 'irb.'];

/** Finds sessions in the models of devices. */
class SessionReader {
  readonly table = new SessionTable();
  readonly #plan: Plan;
  readonly #devices: readonly Device[];
  readonly #linkAt = new Map<string, Place>();
  readonly #pairs = new Map<string, Place>();
  /** Owner of every address, and what it is on, where that is a cable or a path between leafs. */
  readonly #owners = new Map<string, { readonly device: string; readonly place?: Place }>();

  constructor({ plan, plannedDevices }: Comparison) {
    this.#plan = plan;
    this.#devices = plannedDevices;
    for (const { id, a, z } of plan.fabric.links) {
      const place: Place = { over: id, link: id, ends: [a.node, z.node] };
      for (const end of [a, z] satisfies LinkEnd[]) this.#linkAt.set(`${end.node} ${portText(end.port)}`, place);
    }
    for (const { name, leafs } of plan.fabric.racks) {
      const [first, second] = leafs;
      if (first && second) this.#pairs.set(name, { over: `rack ${name}`, ends: [first.name, second.name] });
    }
    for (const device of plannedDevices) this.#own(device);
  }

  /** All interfaces of a device that are at layer 3, with the place they lead to and their names. */
  #layer3(device: Device): Layer3[] {
    const { pairVlan, vrfPairVlans } = this.#plan;
    const pairVlans = new Set([pairVlan, ...vrfPairVlans.values()]);
    return device.interfaces.flatMap((one): Layer3[] => {
      if (one.kind === 'loopback') return [{ ...one, names: [] }];
      if (one.kind === 'svi') {
        const place = pairVlans.has(one.vlan) ? this.#pairs.get(device.location.rack ?? '') : undefined;
        return [{ ...one, place, names: sviNames.map((name) => `${name}${one.vlan}`) }];
      }
      const port =
        one.kind === 'ethernet' ? one.port : one.kind === 'sub' && 'port' in one.parent ? one.parent.port : undefined;
      if (!port || one.mode.type !== 'routed') return [];
      const name = this.spell(device, port) + (one.kind === 'sub' ? `.${one.vlan}` : '');
      return [{ ...one.mode, place: this.placeAt(device.name, port), names: [name] }];
    });
  }

  placeAt(device: string, port: Port): Place | undefined {
    return this.#linkAt.get(`${device} ${textOf(port)}`);
  }

  /** A port as its system spells it, in the form in which settings have it. */
  spell(device: Device, port: Port): string {
    const system = device.kind === 'switch' ? targetByName.get(device.os) : formatByName.get(device.format);
    return plainInterface(system?.spellPort(port) ?? '');
  }

  #own(device: Device): void {
    for (const { addresses, place } of this.#layer3(device)) {
      for (const { ip } of addresses) {
        this.#owners.set(formatIp(ip), { device: device.name, ...(place ? { place } : {}) });
      }
    }
  }

  #add(session: Session, device: string, scopes: readonly Scope[]): void {
    this.table.add(
      session,
      scopes.map((scope) => ({ device, scope })),
    );
  }

  ospf(device: SwitchDevice): void {
    for (const { place, names, ...one } of this.#layer3(device)) {
      for (const protocol of ['ospf', 'ospf3'] as const) {
        if (!place || !one[protocol] || one[protocol].passive) continue;
        const { over, link, ends } = place;
        const session: Session = {
          key: linkKey(protocol, over),
          protocol,
          a: ends[0],
          z: ends[1],
          over,
          ...(link === undefined ? {} : { link }),
        };
        const scopes = names.flatMap((name): Scope[] => [`${protocol} ${name}`, `link ${name}`]);
        this.#add(session, device.name, [protocol, ...scopes]);
      }
    }
  }

  bgp(device: Device, instance: BgpInstance, vrf?: string): void {
    for (const neighbor of instance.neighbors) {
      const session = this.#sessionOf(device, neighbor, vrf);
      const { peer, group } = neighbor;
      const port = peer.type === 'port' ? this.spell(device, peer.port) : undefined;
      const text =
        peer.type === 'address' ? formatIp(peer.ip) : `${port}${peer.vlan === undefined ? '' : `.${peer.vlan}`}`;
      const cable = session.link === undefined ? undefined : this.#portOn(device, session.link);
      const scopes: Scope[] = ['bgp', `neighbor ${group}`];
      this.#add(session, device.name, cable === undefined ? scopes : [...scopes, `link ${cable}`]);
      this.table.add(session, [{ device: device.name, scope: `neighbor ${text}`, own: true }]);
    }
  }

  #portOn(device: Device, link: string): string | undefined {
    for (const one of device.interfaces) {
      if (one.kind !== 'ethernet' || this.placeAt(device.name, one.port)?.link !== link) continue;
      return this.spell(device, one.port);
    }
    return undefined;
  }

  #sessionOf(device: Device, { peer, description }: BgpNeighbor, vrf?: string): Session {
    const family = peer.type === 'address' ? peer.ip.family : undefined;
    const common = {
      protocol: 'bgp',
      ...(family === undefined ? {} : { family }),
      ...(vrf === undefined ? {} : { vrf }),
    } as const;
    const owner =
      peer.type === 'address'
        ? this.#owners.get(formatIp(peer.ip))
        : { device: description, place: this.placeAt(device.name, peer.port) };
    if (!owner) {
      const name = description.replace(/^upstream /, '');
      return { ...common, key: outsideKey(device.name, name, family), a: device.name, z: name, outside: true };
    }
    if (!owner.place) {
      return { ...common, key: loopbackKey(device.name, owner.device, family), a: device.name, z: owner.device };
    }
    const { over, link, ends } = owner.place;
    const key = linkKey('bgp', over, family, vrf);
    return { ...common, key, a: ends[0], z: ends[1], over, ...(link === undefined ? {} : { link }) };
  }

  read(): SessionTable {
    for (const device of this.#devices) {
      if (device.kind === 'switch') this.ospf(device);
      const bgp = device.kind === 'switch' ? device.bgp : device.routing?.bgp;
      if (!bgp) continue;
      this.bgp(device, bgp);
      for (const one of bgp.vrfs) this.bgp(device, one, one.vrf);
    }
    for (const { first, second } of this.#plan.mlagDomains) {
      const session: Session = { key: `mlag ${first.name}`, protocol: 'mlag', a: first.name, z: second.name };
      for (const { name } of [first, second]) this.#add(session, name, ['mlag']);
    }
    return this.table;
  }
}

/** Every session and adjacency that the configs have. */
export function presentSessions(comparison: Comparison): SessionTable {
  return new SessionReader(comparison).read();
}
