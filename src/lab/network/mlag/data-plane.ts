import { type ChildProcess, spawn } from 'node:child_process';
import type { Decision } from './decide.ts';
import { mlagTable } from './mlag-table.ts';
import type { MlagSwitch } from './mlag-switch.ts';

/** A program that takes one command a line, and stays: starting one costs more than all that it does. */
function startReader(program: string, args: readonly string[]): ChildProcess {
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  child.on('error', () => {});
  child.stdin?.on('error', () => {});
  return child;
}

const sameSet = (a: ReadonlySet<number> | undefined, z: ReadonlySet<number>): boolean =>
  a?.size === z.size && [...a].every((one) => z.has(one));

/** Carries decisions into the kernel, each only where it differs from the one before. */
export class DataPlane {
  readonly #device: MlagSwitch;
  readonly #bonds: ReadonlyMap<number, string>;
  readonly #nft = startReader('nft', ['-i']);
  readonly #ip = startReader('ip', ['-force', '-batch', '-']);
  #sets: Partial<Readonly<Record<'dual' | 'hold', ReadonlySet<number>>>> = {};
  #shut: Partial<Decision['shut']> = {};

  /** @param device a switch whose rules are as `mlagCommands` leaves them. */
  constructor(device: MlagSwitch) {
    this.#device = device;
    this.#bonds = new Map(device.legs.map(({ number, bond }) => [number, bond]));
  }

  apply({ dual, hold, shut }: Decision): void {
    const changes = [...this.#setChange('dual', dual), ...this.#setChange('hold', hold)];
    if (changes.length > 0) this.#nft.stdin?.write(`${changes.join('; ')}\n`);
    this.#setLearning(hold);
    this.#sets = { dual, hold };
    const { legs, otherPorts, linkVlans } = this.#device;
    this.#setLinks(
      'mlagPorts',
      shut,
      legs.flatMap(({ members }) => members),
    );
    this.#setLinks('otherPorts', shut, otherPorts);
    this.#setLinks('linkVlans', shut, linkVlans);
    this.#shut = shut;
  }

  #setLinks(group: keyof Decision['shut'], wanted: Decision['shut'], links: readonly string[]): void {
    if (this.#shut[group] === wanted[group]) return;
    for (const link of links) this.#ip.stdin?.write(`link set dev ${link} ${wanted[group] ? 'down' : 'up'}\n`);
  }

  /** Nothing is learnt on a leg that is held, so that frames to hosts behind it go over the peer link. */
  #setLearning(hold: ReadonlySet<number>): void {
    const before = this.#sets.hold;
    for (const [lag, bond] of this.#bonds) {
      const isHeld = hold.has(lag);
      if (before?.has(lag) === isHeld) continue;
      const how = isHeld ? 'learning off fdb_flush' : 'learning on';
      this.#ip.stdin?.write(`link set dev ${bond} type bridge_slave ${how}\n`);
    }
  }

  #setChange(name: 'dual' | 'hold', wanted: ReadonlySet<number>): string[] {
    if (sameSet(this.#sets[name], wanted)) return [];
    const bonds = [...wanted].flatMap((lag) => this.#bonds.get(lag) ?? []);
    const fill = bonds.length === 0 ? [] : [`add element ${mlagTable} ${name} { ${bonds.join(', ')} }`];
    // One transaction: there is no moment in which the set is empty.
    return [`flush set ${mlagTable} ${name}`, ...fill];
  }
}
