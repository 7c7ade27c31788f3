import type { Wire, WiredSwitch, Wiring } from './wiring.ts';

/** Which build's config a switch runs. */
export type Running = 'old' | 'new';

/** A fabric in the middle of a change. */
export interface State {
  readonly old: Wiring;
  readonly now: Wiring;
  /** Cables that are plugged in, by `Wire.cable`. */
  readonly cabled: ReadonlyMap<string, Wire>;
  /** Configs that run; a switch that is not there has none. */
  readonly running: ReadonlyMap<string, Running>;
  /** Switches that tell their neighbours to go elsewhere. */
  readonly drained: ReadonlySet<string>;
  /** False where nothing can tell neighbours so: links are bridged. */
  readonly drainable: boolean;
}

/** What the fabric was before the first step. */
export function stateBefore(old: Wiring, now: Wiring, drained: ReadonlySet<string>, drainable = true): State {
  return {
    old,
    now,
    cabled: new Map([...old.wires.values()].map((wire) => [wire.cable, wire])),
    running: new Map([...old.switches.keys()].map((name) => [name, 'old'])),
    drained,
    drainable,
  };
}

/** What the fabric will be after the last. */
export function stateAfter(old: Wiring, now: Wiring, drained: ReadonlySet<string>, drainable = true): State {
  return {
    old,
    now,
    cabled: new Map([...now.wires.values()].map((wire) => [wire.cable, wire])),
    running: new Map([...now.switches.keys()].map((name) => [name, 'new'])),
    drained,
    drainable,
  };
}

const found = new WeakMap<State, readonly Wire[]>();

/** The links that are up: plugged in, and configured at both ends, alike. */
export function liveWires(state: State): readonly Wire[] {
  const known = found.get(state);
  if (known) return known;
  const { old, now, cabled, running } = state;
  const configured = (device: string, id: string): Wire | undefined => {
    const build = running.get(device);
    return build && (build === 'old' ? old : now).wires.get(id);
  };
  const live: Wire[] = [];
  for (const { id, a, z, cable } of cabled.values()) {
    const wire = configured(a.device, id);
    if (wire?.cable === cable && wire === configured(z.device, id)) live.push(wire);
  }
  found.set(state, live);
  return live;
}

/** A switch of either build. */
export function switchOf({ old, now }: Pick<State, 'old' | 'now'>, name: string): WiredSwitch | undefined {
  return now.switches.get(name) ?? old.switches.get(name);
}
