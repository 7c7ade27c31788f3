import { type Socket, createSocket } from 'node:dgram';
import { type Message, readMessage, writeMessage } from './message.ts';
import type { MlagSwitch } from './mlag-switch.ts';

/** UDP ports over the peer link, and over the keepalive path. */
const linkPort = 5400;
const keepalivePort = 5401;

/** The two ways to the other switch. What is sent on one of them passes nowhere else. */
export class PeerSockets {
  readonly #device: MlagSwitch;
  readonly #link: Socket;
  readonly #keepalive: Socket | undefined;

  /** @param onMessage told what the other switch of the pair says, and whether over the peer link. */
  constructor(device: MlagSwitch, onMessage: (message: Message, isOverLink: boolean) => void) {
    this.#device = device;
    const open = (isOverLink: boolean, far: string, onBound: (socket: Socket) => void): Socket => {
      const socket = createSocket({ type: far.includes(':') ? 'udp6' : 'udp4', reuseAddr: true });
      socket.on('error', () => {});
      socket.on('message', (datagram, { address }) => {
        const message = readMessage(datagram);
        const isPeers = message?.system === device.systemMac && message.from === device.peer && address === far;
        if (isPeers) onMessage(message, isOverLink);
      });
      onBound(socket);
      return socket;
    };
    this.#link = open(true, device.remote, (socket) => {
      // One hop: no router takes it round a peer link that is down.
      socket.bind(linkPort, device.local, () => socket.setTTL(1));
    });
    // The port's address is the VRF's, to which a socket must not be bound.
    this.#keepalive =
      device.keepalive === undefined
        ? undefined
        : open(false, device.keepalive, (socket) => socket.bind(keepalivePort));
  }

  sendOverLink(message: Message): void {
    this.#link.send(writeMessage(message), linkPort, this.#device.remote, () => {});
  }

  sendKeepalive(message: Message): void {
    const { keepalive } = this.#device;
    if (keepalive !== undefined) this.#keepalive?.send(writeMessage(message), keepalivePort, keepalive, () => {});
  }
}
