import type { Plan } from '../../../src/plan/plan.ts';
import { formatPrefix } from '../../../src/ip/index.ts';
import { portText } from '../../../src/fabric/fabric.ts';
import type { Step } from '../../../src/analysis/expansion/step.ts';

/** A link as a config has it: switches, ports, prefix. */
interface Configured {
  readonly id: string;
  readonly a: string;
  readonly z: string;
  readonly cable: string;
  readonly prefix: string | undefined;
}

interface World {
  readonly links: readonly Configured[];
  readonly racks: ReadonlyMap<string, readonly string[]>;
  readonly leafs: ReadonlySet<string>;
  readonly switches: ReadonlySet<string>;
}

/** As FRR's target spells ports that are not broken out. */
const cableOf = (id: string, a: string, z: string): string => `${id} swp${a} swp${z}`;

function worldOf({ fabric, links }: Plan): World {
  const names = new Set(fabric.switches.map(({ name }) => name));
  return {
    links: fabric.links
      .filter(({ a, z }) => names.has(a.node) && names.has(z.node))
      .map(({ id, a, z }) => {
        const prefix = links.get(id)?.blocks[0]?.prefix;
        const cable = cableOf(id, portText(a.port), portText(z.port));
        return { id, a: a.node, z: z.node, cable, prefix: prefix && formatPrefix(prefix) };
      }),
    racks: new Map(fabric.racks.map(({ name, leafs }) => [name, leafs.map((leaf) => leaf.name)])),
    leafs: new Set(fabric.racks.flatMap(({ leafs }) => leafs.map((leaf) => leaf.name))),
    switches: names,
  };
}

/** Paths of each ordered pair of racks, `a>b`. */
export type Paths = ReadonlyMap<string, number>;

/**
 * Carries a list of steps out on a model of its own, from nothing but what the steps say,
 * and counts paths by walking the graph from every upstream of every rack.
 */
export class Simulation {
  readonly #worlds: Readonly<Record<'old' | 'new', World>>;
  readonly #plugged: Set<string>;
  readonly #config = new Map<string, 'old' | 'new'>();
  readonly #drained: Set<string>;

  constructor(before: Plan, after: Plan, drained: Iterable<string>) {
    this.#worlds = { old: worldOf(before), new: worldOf(after) };
    this.#plugged = new Set(this.#worlds.old.links.map(({ cable }) => cable));
    for (const name of this.#worlds.old.switches) this.#config.set(name, 'old');
    this.#drained = new Set(drained);
  }

  /** Racks that are there before and after. */
  get racks(): string[] {
    return [...this.#worlds.old.racks.keys()].filter((rack) => this.#worlds.new.racks.has(rack));
  }

  run({ kind, devices, cables }: Step): void {
    for (const { id, a, z } of cables) {
      const cable = `${id} ${a.port} ${z.port}`;
      if (kind === 'cable') this.#plugged.add(cable);
      else if (!this.#plugged.delete(cable)) throw new Error(`there is no cable ${cable} to unplug`);
    }
    for (const device of devices) {
      if (kind === 'prepare' || kind === 'configure') this.#config.set(device, 'new');
      if (kind === 'prepare' || kind === 'drain') this.#drained.add(device);
      if (kind === 'undrain' || kind === 'remove') this.#drained.delete(device);
      if (kind === 'remove') this.#config.delete(device);
    }
  }

  /** Two ports in one place would not go: every port has one cable at most. */
  doublePorts(): string[] {
    const seen = new Set<string>();
    return [...this.#plugged].flatMap((cable) => {
      const [id = '', a, z] = cable.split(' ');
      const [low, high] = id.slice(0, id.lastIndexOf('#')).split('--');
      return [`${low} ${a}`, `${high} ${z}`].filter((port) => seen.size === seen.add(port).size);
    });
  }

  #live(): Configured[] {
    const side = (device: string, cable: string): Configured | undefined => {
      const config = this.#config.get(device);
      return config && this.#worlds[config].links.find((link) => link.cable === cable);
    };
    return [...this.#plugged].flatMap((cable) => {
      const [id = ''] = cable.split(' ');
      const [low = '', high = ''] = id.slice(0, id.lastIndexOf('#')).split('--');
      const [one, other] = [side(low, cable), side(high, cable)];
      return one && other && one.prefix !== undefined && one.prefix === other.prefix ? [one] : [];
    });
  }

  #leafsOf(rack: string): string[] {
    return [...new Set([...(this.#worlds.old.racks.get(rack) ?? []), ...(this.#worlds.new.racks.get(rack) ?? [])])];
  }

  paths(): Paths {
    const used = this.#live().filter(({ a, z }) => !this.#drained.has(a) && !this.#drained.has(z));
    const isLeaf = (name: string): boolean => this.#worlds.old.leafs.has(name) || this.#worlds.new.leafs.has(name);
    const next = (name: string): string[] => used.flatMap(({ a, z }) => (a === name ? [z] : z === name ? [a] : []));
    const reaches = (from: string, targets: readonly string[]): boolean => {
      const seen = new Set([from]);
      for (const at of seen) {
        if (targets.includes(at)) return true;
        if (!isLeaf(at)) for (const name of next(at)) seen.add(name);
      }
      return false;
    };
    const found = new Map<string, number>();
    for (const a of this.racks) {
      const upstreams = new Set(
        this.#leafsOf(a)
          .flatMap(next)
          .filter((name) => !isLeaf(name)),
      );
      for (const b of this.racks) {
        if (a === b) continue;
        found.set(`${a}>${b}`, [...upstreams].filter((up) => reaches(up, this.#leafsOf(b))).length);
      }
    }
    return found;
  }

  /** Switches that packets between racks can go over. */
  carriers(): Set<string> {
    const used = this.#live().filter(({ a, z }) => !this.#drained.has(a) && !this.#drained.has(z));
    return new Set(used.flatMap(({ a, z }) => [a, z]));
  }

  /** What differs from what the file asks for. */
  unfinished(drained: readonly string[]): string[] {
    const wanted = new Set(this.#worlds.new.links.map(({ cable }) => cable));
    return [
      ...[...this.#plugged].filter((cable) => !wanted.has(cable)),
      ...[...wanted].filter((cable) => !this.#plugged.has(cable)),
      ...[...this.#worlds.new.switches].filter((name) => !this.#config.has(name)),
      ...[...this.#config.keys()].filter((name) => !this.#worlds.new.switches.has(name)),
      ...[...this.#drained].filter((name) => !drained.includes(name)),
      ...drained.filter((name) => !this.#drained.has(name)),
    ];
  }
}

/** Pairs of racks of which a step takes too much, by the words of the claim. */
export function tooFew(start: Paths, end: Paths, before: Paths, now: Paths): string[] {
  return [...start].flatMap(([pair, first]) => {
    const [last, previous, left] = [end, before, now].map((paths) => paths.get(pair) ?? 0) as [number, number, number];
    if (first === 0) return [];
    return left < Math.max(1, Math.min(first, last) - 1) || previous - left > 1 ? [pair] : [];
  });
}
