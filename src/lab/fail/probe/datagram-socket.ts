import { type Socket, createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Bytes that may wait to be read; the kernel allows as many as its limit. */
const buffer = 4 << 20;

/** An open UDP socket at an address. */
export async function openSocket(address: string, port: number): Promise<Socket> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  socket.bind(port, address);
  await once(socket, 'listening');
  // What cannot be sent is lost, and counted so.
  socket.on('error', () => {});
  socket.setRecvBufferSize(buffer);
  return socket;
}
