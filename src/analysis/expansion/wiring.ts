import { type SwitchRole, portText } from '../../fabric/fabric.ts';
import { allocatedLinkText, linkText } from '../../plan/link-text.ts';
import type { Allocations, Plan } from '../../plan/plan.ts';

/** A switch as the order of steps sees it. */
export interface WiredSwitch {
  readonly name: string;
  readonly role: SwitchRole;
  /** Rack of a leaf. */
  readonly rack?: string;
}

/** One end of a cable between switches; `port` as allocations have it: `49`, `49/1`. */
export interface WireEnd {
  readonly device: string;
  readonly port: string;
}

/** A cable between two switches; `a` is the lower end. */
export interface Wire {
  readonly id: string;
  readonly a: WireEnd;
  readonly z: WireEnd;
  /** Of a link that carries packets between racks: its prefixes, or that it is bridged; absent between the two of a pair. */
  readonly prefix?: string;
  /** The cable by its ends: the same link in other ports is another cable. */
  readonly cable: string;
}

function wireOf(id: string, a: WireEnd, z: WireEnd, prefix: string | undefined): Wire {
  return { id, a, z, cable: `${id} ${a.port} ${z.port}`, ...(prefix === undefined ? {} : { prefix }) };
}

/** Switches and the cables between them, at one time. */
export interface Wiring {
  readonly switches: ReadonlyMap<string, WiredSwitch>;
  /** By link id. */
  readonly wires: ReadonlyMap<string, Wire>;
}

/** What a link that carries VLANs has in place of prefixes. */
const bridgedText = 'bridged';

/** Where what a switch announces is at home: the rack of a leaf; a border leaf is a place of its own. */
export function homeOf({ name, role, rack }: WiredSwitch): string | undefined {
  if (role === 'border') return name;
  return role === 'leaf' ? rack : undefined;
}

/** Whether a switch carries packets for others. */
export function isTransit({ role }: WiredSwitch): boolean {
  return role !== 'leaf' && role !== 'border';
}

/** The wiring that a file asks for. */
export function wiringOfPlan(plan: Plan): Wiring {
  const { fabric } = plan;
  const bridged = fabric.traits.links === 'bridged';
  const switches = new Map<string, WiredSwitch>();
  for (const { name, role, rack } of fabric.switches) {
    switches.set(name, { name, role, ...(rack ? { rack: rack.name } : {}) });
  }
  const wires = new Map<string, Wire>();
  for (const { id, kind, a, z } of fabric.links) {
    if (!switches.has(a.node) || !switches.has(z.node)) continue;
    const routed = plan.links.get(id);
    const prefix = routed ? linkText(routed) : bridged && kind === 'uplink' ? bridgedText : undefined;
    const [low, high] = [a, z].map(({ node, port }) => ({ device: node, port: portText(port) }));
    wires.set(id, wireOf(id, low!, high!, prefix));
  }
  return { switches, wires };
}

/** The switches of a link id, `<a>--<z>#<n>`; a name may hold `--` itself. */
function endsOf(id: string, known: ReadonlySet<string>): readonly [a: string, z: string] | undefined {
  const pair = id.slice(0, id.lastIndexOf('#'));
  for (let at = pair.indexOf('--'); at !== -1; at = pair.indexOf('--', at + 1)) {
    const [a, z] = [pair.slice(0, at), pair.slice(at + 2)];
    if (known.has(a) && known.has(z)) return [a, z];
  }
  return undefined;
}

/** A link that both builds configure alike is one object in both. */
function wiresOf(
  allocations: Allocations,
  known: ReadonlySet<string>,
  now: Wiring,
  disagreeing: ReadonlySet<string>,
): Map<string, Wire> {
  const wires = new Map<string, Wire>();
  for (const key of allocations.keys()) {
    if (!key.startsWith('port/')) continue;
    const [, id = ''] = key.split('/');
    const ends = wires.has(id) ? undefined : endsOf(id, known);
    if (!ends) continue;
    const [a, z] = ends;
    const [portA, portZ] = [allocations.get(`port/${id}/${a}`), allocations.get(`port/${id}/${z}`)];
    if (portA === undefined || portZ === undefined) continue;
    const same = now.wires.get(id);
    const bridged = same?.prefix === bridgedText ? bridgedText : undefined;
    const prefix = allocatedLinkText(allocations, id) ?? bridged;
    const wire = wireOf(id, { device: a, port: portA }, { device: z, port: portZ }, prefix);
    const alike = same?.cable === wire.cable && same.prefix === wire.prefix && !disagreeing.has(id);
    wires.set(id, alike ? same : wire);
  }
  return wires;
}

const roles: readonly SwitchRole[] = ['leaf', 'spine', 'superspine'];

const tierOf = (role: SwitchRole = 'leaf'): number => Math.max(0, roles.indexOf(role));

/** Roles of switches, those of today and those that are gone: the cables of these say their tier. */
function rolesOf(names: readonly string[], wires: Iterable<Wire>, now: Wiring): ReadonlyMap<string, SwitchRole> {
  const tiers = new Map(names.map((name) => [name, tierOf(now.switches.get(name)?.role)]));
  const routed = [...wires].filter(({ prefix }) => prefix !== undefined);
  const raise = (name: string, tier: number): void => {
    if (now.switches.has(name)) return;
    tiers.set(name, Math.min(roles.length - 1, Math.max(tiers.get(name) ?? 0, tier)));
  };
  // A pass for each tier above the lowest.
  for (let pass = 1; pass < roles.length; pass++) {
    for (const { a, z } of routed) {
      raise(z.device, (tiers.get(a.device) ?? 0) + 1);
      raise(a.device, (tiers.get(z.device) ?? 0) - 1);
    }
  }
  return new Map([...tiers].map(([name, tier]) => [name, now.switches.get(name)?.role ?? roles[tier]!]));
}

/** The rack that a leaf's name starts with; the longest of several. */
function rackOf(leaf: string, racks: readonly string[]): string | undefined {
  return racks
    .filter((rack) => leaf.startsWith(rack) && !/^[a-z0-9]/i.test(leaf.slice(rack.length)))
    .sort((a, b) => b.length - a.length)[0];
}

/**
 * The wiring that an earlier build gave, from its allocations (with the names that devices have now, where they
 * were renamed). What a switch of today is stays what it is; of one that is gone, the cables say the tier and the
 * name says the rack; a leaf whose name says none is a rack of its own.
 * @param disagreeing links whose ends do not understand each other while one has the old config and the other the new.
 */
export function wiringOfAllocations(
  before: Allocations,
  now: Wiring,
  disagreeing: ReadonlySet<string> = new Set(),
): Wiring {
  const names = [...before.keys()].flatMap((key) => (key.startsWith('loopback/') ? [key.slice(9)] : []));
  const racks = [...before.keys()].flatMap((key) => (key.startsWith('rack/') ? [key.slice(5)] : []));
  const wires = wiresOf(before, new Set(names), now, disagreeing);
  const roleOf = rolesOf(names, wires.values(), now);
  const switches = new Map<string, WiredSwitch>();
  for (const name of names.sort()) {
    const role = roleOf.get(name) ?? 'leaf';
    const rack = now.switches.get(name)?.rack ?? (role === 'leaf' ? (rackOf(name, racks) ?? name) : undefined);
    switches.set(name, { name, role, ...(rack === undefined ? {} : { rack }) });
  }
  return { switches, wires };
}
