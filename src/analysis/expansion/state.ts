import type { Wire, WiredSwitch, Wiring } from './wiring.ts';

/** Which build's config a switch runs. */
export type Running = 'old' | 'new';

/** A fabric in the middle of a change. */
export interface State {
  readonly old: Wiring;
  readonly now: Wiring;
  /** Cables that are plugged in, by `cableKey`. */
  readonly cabled: ReadonlyMap<string, Wire>;
  /** Configs that run; a switch that is not there has none. */
  readonly running: ReadonlyMap<string, Running>;
  /** Switches that tell their neighbours to go elsewhere. */
  readonly drained: ReadonlySet<string>;
}

/** A cable by its ends: the same link in other ports is another cable. */
export function cableKey({ id, a, z }: Wire): string {
  return `${id} ${a.port} ${z.port}`;
}

/** True where two builds configure a link alike. */
export function sameConfig(one: Wire | undefined, other: Wire | undefined): boolean {
  return !!one && !!other && cableKey(one) === cableKey(other) && one.prefix === other.prefix;
}

/** What the fabric was before the first step. */
export function stateBefore(old: Wiring, now: Wiring, drained: ReadonlySet<string>): State {
  return {
    old,
    now,
    cabled: new Map([...old.wires.values()].map((wire) => [cableKey(wire), wire])),
    running: new Map([...old.switches.keys()].map((name) => [name, 'old'])),
    drained,
  };
}

/** What the fabric will be after the last. */
export function stateAfter(old: Wiring, now: Wiring, drained: ReadonlySet<string>): State {
  return {
    old,
    now,
    cabled: new Map([...now.wires.values()].map((wire) => [cableKey(wire), wire])),
    running: new Map([...now.switches.keys()].map((name) => [name, 'new'])),
    drained,
  };
}

/** What a switch says about a cable: the link that its config has there. */
function configured(state: State, device: string, wire: Wire): Wire | undefined {
  const running = state.running.get(device);
  if (running === undefined) return undefined;
  return (running === 'old' ? state.old : state.now).wires.get(wire.id);
}

/** The links that are up: plugged in, and configured at both ends, alike. */
export function liveWires(state: State): Wire[] {
  return [...state.cabled.values()].flatMap((wire) => {
    const a = configured(state, wire.a.device, wire);
    const z = configured(state, wire.z.device, wire);
    return a && sameConfig(a, z) && cableKey(a) === cableKey(wire) ? [a] : [];
  });
}

/** A switch of either build. */
export function switchOf({ old, now }: Pick<State, 'old' | 'now'>, name: string): WiredSwitch | undefined {
  return now.switches.get(name) ?? old.switches.get(name);
}
