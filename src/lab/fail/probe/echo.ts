import { openSocket } from './datagram-socket.ts';
import { echoPort, flowsPerPair } from './protocol.ts';

/** Where in a packet its parts are: number of the sender's run, of the packet, of packets that arrived. */
export const offsets = { run: 0, number: 4, arrived: 8 } as const;

/** Answers numbered packets, each with how many of its flow have arrived. */
export class Echo {
  readonly #addresses = new Set<string>();
  /** By the flow's source. */
  readonly #flows = new Map<string, { run: number; arrived: number }>();

  /** Answers at an address; comes back when it does. */
  async answer(address: string): Promise<void> {
    if (this.#addresses.has(address)) return;
    this.#addresses.add(address);
    for (let index = 0; index < flowsPerPair; index += 1) {
      const socket = await openSocket(address, echoPort + index);
      socket.on('message', (message, from) => {
        if (message.length < 12) return;
        message.writeUInt32BE(this.#count(`${from.address} ${from.port} ${address}`, message), offsets.arrived);
        socket.send(message, from.port, from.address, () => {});
      });
    }
  }

  #count(flow: string, message: Buffer): number {
    const run = message.readUInt32BE(offsets.run);
    const known = this.#flows.get(flow);
    if (known?.run !== run) {
      this.#flows.set(flow, { run, arrived: 1 });
      return 1;
    }
    known.arrived += 1;
    return known.arrived;
  }
}
