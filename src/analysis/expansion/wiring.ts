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
  /** Of a routed link; absent between the leafs of a rack. */
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

/** The wiring that a file asks for. */
export function wiringOfPlan(plan: Plan): Wiring {
  const { fabric } = plan;
  const switches = new Map<string, WiredSwitch>();
  for (const { name, role, rack } of fabric.switches) {
    switches.set(name, { name, role, ...(rack ? { rack: rack.name } : {}) });
  }
  const wires = new Map<string, Wire>();
  for (const { id, a, z } of fabric.links) {
    if (!switches.has(a.node) || !switches.has(z.node)) continue;
    const routed = plan.links.get(id);
    const prefix = routed && linkText(routed);
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
function wiresOf(allocations: Allocations, known: ReadonlySet<string>, now: Wiring): Map<string, Wire> {
  const wires = new Map<string, Wire>();
  for (const key of allocations.keys()) {
    if (!key.startsWith('port/')) continue;
    const [, id = ''] = key.split('/');
    const ends = wires.has(id) ? undefined : endsOf(id, known);
    if (!ends) continue;
    const [a, z] = ends;
    const [portA, portZ] = [allocations.get(`port/${id}/${a}`), allocations.get(`port/${id}/${z}`)];
    if (portA === undefined || portZ === undefined) continue;
    const wire = wireOf(id, { device: a, port: portA }, { device: z, port: portZ }, allocatedLinkText(allocations, id));
    const same = now.wires.get(id);
    wires.set(id, same?.cable === wire.cable && same.prefix === wire.prefix ? same : wire);
  }
  return wires;
}

const roles: readonly SwitchRole[] = ['leaf', 'spine', 'superspine'];

/** Roles of switches, those of today and those that are gone: the cables of these say their tier. */
function rolesOf(names: readonly string[], wires: Iterable<Wire>, now: Wiring): ReadonlyMap<string, SwitchRole> {
  const tiers = new Map(names.map((name) => [name, roles.indexOf(now.switches.get(name)?.role ?? 'leaf')]));
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
  return new Map([...tiers].map(([name, tier]) => [name, roles[tier]!]));
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
 */
export function wiringOfAllocations(before: Allocations, now: Wiring): Wiring {
  const names = [...before.keys()].flatMap((key) => (key.startsWith('loopback/') ? [key.slice(9)] : []));
  const racks = [...before.keys()].flatMap((key) => (key.startsWith('rack/') ? [key.slice(5)] : []));
  const wires = wiresOf(before, new Set(names), now);
  const roleOf = rolesOf(names, wires.values(), now);
  const switches = new Map<string, WiredSwitch>();
  for (const name of names.sort()) {
    const role = roleOf.get(name) ?? 'leaf';
    const rack = now.switches.get(name)?.rack ?? (role === 'leaf' ? (rackOf(name, racks) ?? name) : undefined);
    switches.set(name, { name, role, ...(rack === undefined ? {} : { rack }) });
  }
  return { switches, wires };
}
