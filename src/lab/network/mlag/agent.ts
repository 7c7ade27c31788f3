import { DataPlane } from './data-plane.ts';
import { type Decision, type PeerState, decide } from './decide.ts';
import { LagReader } from './lag-reader.ts';
import type { Message } from './message.ts';
import type { MlagSwitch } from './mlag-switch.ts';
import { peerStateOf } from './peer-state.ts';
import { PeerSockets } from './peer-sockets.ts';

/** Milliseconds between two looks at the bonds: as often as the kernel looks at their members. */
const lookInterval = 100;
/** Milliseconds between two words to the other switch, if nothing changes. */
const linkInterval = 500;
const keepaliveInterval = 1000;

const none: ReadonlySet<number> = new Set();
const text = (lags: ReadonlySet<number>): string => [...lags].toSorted((a, z) => a - z).join(' ');

/** What stands for a vendor's MLAG daemon on one switch of a pair; runs in the switch's namespace. */
export class MlagAgent {
  readonly #device: MlagSwitch;
  readonly #plane: DataPlane;
  readonly #sockets: PeerSockets;
  readonly #link: LagReader;
  readonly #legs: readonly { readonly number: number; readonly reader: LagReader }[];
  readonly #startedAt = performance.now();
  /** From when on the delays after a start count; undefined where ports are not held back. */
  #delayFrom: number | undefined;
  #lostAt = this.#startedAt;
  #heardAt: number | undefined;
  #keepaliveAt: number | undefined;
  #lookedAt = this.#startedAt;
  #linkSentAt = -Infinity;
  #keepaliveSentAt = -Infinity;
  #peer: PeerState = 'waiting';
  #linkWasReady = false;
  #said = '';
  #ready = none;
  #peerReady = none;
  #peerDual = none;
  readonly #onChange: (line: string) => void;

  /**
   * @param options.reload the switch was off: its ports are held back for the delays of the model.
   * @param options.onChange told in one line what the agent now does.
   */
  constructor(device: MlagSwitch, options: { reload: boolean; onChange: (line: string) => void }) {
    this.#device = device;
    this.#onChange = options.onChange;
    this.#delayFrom = options.reload ? this.#startedAt : undefined;
    this.#link = new LagReader(device.peerLink);
    this.#legs = device.legs.map(({ number, bond }) => ({ number, reader: new LagReader(bond) }));
    this.#plane = new DataPlane(device);
    this.#sockets = new PeerSockets(device, (message, isOverLink) => this.#hear(message, isOverLink));
  }

  /** Begins to act; it goes on until the process ends. */
  start(): void {
    setInterval(() => this.#look(), lookInterval);
    this.#look();
  }

  #hear({ ready, dual }: Message, isOverLink: boolean): void {
    const now = performance.now();
    if (!isOverLink) {
      this.#keepaliveAt = now;
      return;
    }
    this.#heardAt = now;
    this.#peerReady = new Set(ready);
    this.#peerDual = new Set(dual);
    this.#act(now);
  }

  #look(): void {
    const now = performance.now();
    // Time in which this process did not run tells nothing of the other.
    const late = now - this.#lookedAt - 2 * lookInterval;
    if (late > 0) this.#forgive(late);
    this.#lookedAt = now;
    const linkIsReady = this.#link.isReady();
    if (this.#linkWasReady && !linkIsReady) this.#lostAt = now;
    this.#linkWasReady = linkIsReady;
    this.#ready = new Set(this.#legs.filter(({ reader }) => reader.isReady()).map(({ number }) => number));
    this.#act(now);
    if (now - this.#keepaliveSentAt >= keepaliveInterval) {
      this.#keepaliveSentAt = now;
      this.#sockets.sendKeepalive(this.#message(none));
    }
  }

  #forgive(late: number): void {
    if (this.#heardAt !== undefined) this.#heardAt += late;
    if (this.#keepaliveAt !== undefined) this.#keepaliveAt += late;
  }

  #act(now: number): void {
    const peer = peerStateOf({
      now,
      startedAt: this.#startedAt,
      linkIsReady: this.#linkWasReady,
      lostAt: this.#lostAt,
      heardAt: this.#heardAt,
      keepaliveAt: this.#keepaliveAt,
    });
    // Whoever yielded comes back as after a start.
    if (this.#peer === 'parted' && peer !== 'parted' && !this.#device.isPrimary) this.#delayFrom = now;
    this.#peer = peer;
    const { mlagPorts, otherPorts } = this.#device.reloadDelay;
    const waits = (seconds: number): boolean => this.#delayFrom !== undefined && now - this.#delayFrom < seconds * 1000;
    const decision = decide({
      legs: this.#device.legs.map(({ number }) => number),
      ready: this.#ready,
      isPrimary: this.#device.isPrimary,
      peer,
      peerReady: this.#peerReady,
      peerDual: this.#peerDual,
      linkIsReady: this.#linkWasReady,
      waiting: { mlagPorts: waits(mlagPorts), otherPorts: waits(otherPorts) },
    });
    this.#plane.apply(decision);
    this.#tell(now, decision);
  }

  #message(dual: ReadonlySet<number>): Message {
    return { system: this.#device.systemMac, from: this.#device.name, ready: [...this.#ready], dual: [...dual] };
  }

  /** What changed is said at once, in the log and to the other switch; else the latter hears it again now and then. */
  #tell(now: number, { dual, hold, shut }: Decision): void {
    const shutText = `${shut.mlagPorts ? 'mlag ' : ''}${shut.otherPorts ? 'other' : ''}`.trim() || 'none';
    const said = `peer ${this.#peer}; ready ${text(this.#ready)}; dual ${text(dual)}; hold ${text(hold)}; shut ${shutText}`;
    const isNew = said !== this.#said;
    this.#said = said;
    if (isNew) this.#onChange(said);
    if (!isNew && now - this.#linkSentAt < linkInterval) return;
    this.#linkSentAt = now;
    this.#sockets.sendOverLink(this.#message(dual));
  }
}
