import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:dgram';
import { setTimeout as sleep } from 'node:timers/promises';
import { Arrivals, type FlowResult } from './arrivals.ts';
import { openSocket } from './datagram-socket.ts';
import { offsets } from './echo.ts';
import type { PauseWatch } from './pause-watch.ts';
import { echoPort, flowsPerPair, packetInterval, pauseThreshold } from './protocol.ts';

interface Flow {
  readonly socket: Socket;
  readonly address: string;
  readonly port: number;
  /** Number that the sender's next packet had when the flow began. */
  readonly first: number;
  readonly arrivals: Arrivals;
}

/** Bytes of a packet's payload. */
const payload = 64;
/** Packets in a row that must be answered before anything is broken. */
const steadyPackets = 40;
/** Milliseconds in which flows must become steady; in which answers are waited for. */
const steadyWithin = 20_000;
const grace = 1000;

/** Sends the packets of flows, each at the same rate, until it is stopped. */
export class Sender {
  readonly #watch: PauseWatch;
  readonly #run = randomBytes(4).readUInt32BE();
  readonly #flows: Flow[] = [];
  /** Number of the packet that each flow sends next. */
  #number = 0;
  #begin = 0;
  #running = false;

  constructor(watch: PauseWatch) {
    this.#watch = watch;
  }

  /** Sends to an address from now on. */
  async send(source: string, address: string): Promise<void> {
    const sockets: Socket[] = [];
    for (let index = 0; index < flowsPerPair; index += 1) sockets.push(await openSocket(source, 0));
    for (const [index, socket] of sockets.entries()) {
      const flow = { socket, address, port: echoPort + index, first: this.#number, arrivals: new Arrivals() };
      socket.on('message', (message) => {
        if (message.length < payload || message.readUInt32BE(offsets.run) !== this.#run) return;
        flow.arrivals.note(message.readUInt32BE(offsets.number), message.readUInt32BE(offsets.arrived));
      });
      this.#flows.push(flow);
    }
    if (!this.#running) void this.#stream();
  }

  async #stream(): Promise<void> {
    this.#running = true;
    this.#begin = performance.now() - this.#number * packetInterval;
    while (this.#running) {
      const late = performance.now() - this.#begin - this.#number * packetInterval;
      if (late < 0) await sleep(-late);
      else if (late > pauseThreshold) {
        // What was not sent is not lost, and must not come all at once.
        this.#watch.note(late);
        this.#begin += late;
      }
      if (!this.#running) return;
      for (const { socket, address, port, first } of this.#flows) {
        const message = Buffer.alloc(payload);
        message.writeUInt32BE(this.#run, offsets.run);
        message.writeUInt32BE(this.#number - first, offsets.number);
        socket.send(message, port, address, () => {});
      }
      this.#number += 1;
      if (late >= packetInterval) await sleep(0);
    }
  }

  /** Waits until every flow gets all its answers; false where that does not come. */
  async becomesSteady(): Promise<boolean> {
    const end = performance.now() + steadyWithin;
    while (!this.#flows.every(({ arrivals }) => arrivals.isSteady(steadyPackets))) {
      if (performance.now() > end) return false;
      await sleep(20);
    }
    return true;
  }

  /** What came back of all that was sent since it was asked last. */
  async report(): Promise<FlowResult[]> {
    const end = this.#number;
    // Most of the time every answer to the last packets is there at once.
    const recent = 200 / packetInterval;
    for (let waited = 0; waited < grace; waited += 20) {
      await sleep(20);
      if (this.#flows.every(({ first, arrivals }) => arrivals.hasAll(end - first - recent, end - first))) break;
    }
    return this.#flows.map(({ first, arrivals }) => arrivals.close(end - first));
  }

  stop(): void {
    this.#running = false;
    for (const { socket } of this.#flows.splice(0)) socket.close();
  }
}
