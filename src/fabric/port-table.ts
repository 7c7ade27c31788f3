import type { Breakout, Gbps, PortRun } from '../platforms/platform.ts';
import { type PortRef, type SwitchPort, portText } from './fabric.ts';

/** What a link wants of a port. */
export interface PortWish {
  readonly speed: Gbps;
  /** Split a faster port into channels rather than slow it down. */
  readonly breakOut: boolean;
}

/** Where to look for a free port: among these uses in turn, from the first port up or from the last down. */
export interface Search {
  readonly use: PortRun['use'];
  readonly from: 'first' | 'last';
}

/** How a run of ports gives a speed: whole, by a breakout, or not at all. */
export function modeFor(run: PortRun, wish: PortWish): Breakout | 'whole' | undefined {
  const breakout = run.breakouts.find((mode) => mode.speed === wish.speed);
  const whole = run.speeds.includes(wish.speed);
  if (breakout && (!whole || (wish.breakOut && wish.speed < Math.max(...run.speeds)))) return breakout;
  return whole ? 'whole' : undefined;
}

/** The ports of one switch while cables are laid: which are free, broken out, or held to a speed by their neighbours. */
export class PortTable {
  readonly #panel: readonly PortRun[];
  readonly #whole = new Set<number>();
  /** Ports, and channels of ports, that are kept free. */
  readonly #resting = new Set<string>();
  /** Ports of which some channel is kept free, so that they are not taken whole. */
  readonly #restingChannels = new Set<number>();
  readonly #breakouts = new Map<number, { readonly mode: Breakout; readonly taken: Set<number> }>();
  /** Speed of each group of ports that must run alike, by its first port. */
  readonly #groupSpeeds = new Map<number, Gbps>();

  constructor(panel: readonly PortRun[]) {
    this.#panel = panel;
  }

  /** The run that a panel number belongs to. */
  runOf(port: number): PortRun | undefined {
    return this.#panel.find((run) => port >= run.first && port <= run.last);
  }

  /** Takes the first free port that does what the link wants. */
  takeFree(wish: PortWish, searches: readonly Search[]): SwitchPort | undefined {
    for (const { use, from } of searches) {
      const runs = this.#panel.filter((run) => run.use === use);
      for (const run of from === 'first' ? runs : runs.toReversed()) {
        const mode = modeFor(run, wish);
        if (!mode) continue;
        const count = run.last - run.first + 1;
        for (let offset = 0; offset < count; offset++) {
          const port = from === 'first' ? run.first + offset : run.last - offset;
          if (this.#resting.has(String(port)) || (mode === 'whole' && this.#restingChannels.has(port))) continue;
          const taken = this.#takeAt(run, { port }, mode, wish.speed);
          if (taken) return taken;
        }
      }
    }
    return undefined;
  }

  /** Takes a given port, whole or a channel of it; undefined when it is absent, taken or cannot do the speed. */
  take(ref: PortRef, wish: PortWish): SwitchPort | undefined {
    const run = this.runOf(ref.port);
    const mode =
      run &&
      (ref.channel === undefined
        ? modeFor(run, { ...wish, breakOut: false })
        : run.breakouts.find((one) => one.speed === wish.speed));
    return run && mode ? this.#takeAt(run, ref, mode, wish.speed) : undefined;
  }

  /** Keeps a port, or one channel of it, from being taken as a free one; it can still be taken by name. */
  rest(ref: PortRef): void {
    this.#resting.add(portText(ref));
    if (ref.channel !== undefined) this.#restingChannels.add(ref.port);
  }

  /** How many ports and channels are kept free. */
  get restingPorts(): number {
    return this.#resting.size;
  }

  /** True when a given port is already in use. */
  isTaken(ref: PortRef): boolean {
    if (this.#whole.has(ref.port)) return true;
    const breakout = this.#breakouts.get(ref.port);
    if (!breakout) return false;
    return ref.channel === undefined || breakout.taken.has(ref.channel);
  }

  #takeAt(run: PortRun, ref: PortRef, mode: Breakout | 'whole', speed: Gbps): SwitchPort | undefined {
    if (this.#whole.has(ref.port)) return undefined;
    const group = run.speedGroup === undefined ? undefined : ref.port - ((ref.port - run.first) % run.speedGroup);
    const groupSpeed = group === undefined ? undefined : this.#groupSpeeds.get(group);
    if (groupSpeed !== undefined && groupSpeed !== speed) return undefined;
    const taken = mode === 'whole' ? this.#takeWhole(run, ref, speed) : this.#takeChannel(run, ref, mode);
    if (taken && group !== undefined) this.#groupSpeeds.set(group, speed);
    return taken;
  }

  #takeWhole(run: PortRun, ref: PortRef, speed: Gbps): SwitchPort | undefined {
    if (this.#breakouts.has(ref.port)) return undefined;
    this.#whole.add(ref.port);
    return { ref: { port: ref.port }, run, speed };
  }

  #takeChannel(run: PortRun, ref: PortRef, mode: Breakout): SwitchPort | undefined {
    let split = this.#breakouts.get(ref.port);
    if (split && (split.mode.channels !== mode.channels || split.mode.speed !== mode.speed)) return undefined;
    let channel = ref.channel ?? 1;
    if (ref.channel === undefined) {
      while (split?.taken.has(channel) || this.#resting.has(`${ref.port}/${channel}`)) channel++;
    }
    if (channel > mode.channels || split?.taken.has(channel)) return undefined;
    if (!split) this.#breakouts.set(ref.port, (split = { mode, taken: new Set() }));
    split.taken.add(channel);
    return { ref: { port: ref.port, channel }, run, breakout: mode, speed: mode.speed };
  }
}
