import type { Wire, WiredSwitch, Wiring } from './wiring.ts';

/** What a change does to switches and cables. Switches are in the order of the fabric, those that leave by name. */
export interface Difference {
  readonly added: readonly WiredSwitch[];
  readonly removed: readonly WiredSwitch[];
  /** Switches of both builds. */
  readonly kept: readonly WiredSwitch[];
  /** Cables to plug in, and to take out; a moved one is in both. */
  readonly plugged: readonly Wire[];
  readonly pulled: readonly Wire[];
  /** Kept switches whose config says something else about a link. */
  readonly rewired: ReadonlySet<string>;
}

const ends = ({ a, z }: Wire): string[] => [a.device, z.device];

export function compareWiring(old: Wiring, now: Wiring): Difference {
  const oldCables = new Map([...old.wires.values()].map((wire) => [wire.cable, wire]));
  const newCables = new Map([...now.wires.values()].map((wire) => [wire.cable, wire]));
  const kept = [...now.switches.values()].filter(({ name }) => old.switches.has(name));
  const changed = [...old.wires.values(), ...now.wires.values()].filter(
    ({ id }) => old.wires.get(id) !== now.wires.get(id),
  );
  const touched = new Set(changed.flatMap(ends));
  return {
    added: [...now.switches.values()].filter(({ name }) => !old.switches.has(name)),
    removed: [...old.switches.values()].filter(({ name }) => !now.switches.has(name)),
    kept,
    plugged: [...newCables].flatMap(([key, wire]) => (oldCables.has(key) ? [] : [wire])),
    pulled: [...oldCables].flatMap(([key, wire]) => (newCables.has(key) ? [] : [wire])),
    rewired: new Set(kept.flatMap(({ name }) => (touched.has(name) ? [name] : []))),
  };
}

const portsOf = ({ a, z }: Wire): string[] => [a, z].map(({ device, port }) => `${device} ${port}`);

/** The new cables that need a port in which an old one still is, and those old ones. */
export function portClashes({ plugged, pulled }: Difference): { plugged: Set<Wire>; pulled: Set<Wire> } {
  const taken = new Map(pulled.flatMap((wire) => portsOf(wire).map((port) => [port, wire] as const)));
  const clashes = { plugged: new Set<Wire>(), pulled: new Set<Wire>() };
  for (const wire of plugged) {
    for (const port of portsOf(wire)) {
      const old = taken.get(port);
      if (!old) continue;
      clashes.plugged.add(wire);
      clashes.pulled.add(old);
    }
  }
  return clashes;
}
