/**
 * Two programs: `answer ADDRESS PORT NAME` answers UDP packets to an address with a name, and whom the packet came from;
 * `ask ADDRESS PORT FLOWS FIRST_SOURCE_PORT` sends a packet from each of as many ports, until it is answered or a second
 * has passed, and prints the answers as JSON.
 */
import { createSocket } from 'node:dgram';

/** What one flow heard: who answered, and by which address it knows the asker; undefined where nobody did. */
export type ServiceAnswer = { readonly by: string; readonly from: string } | null;

const typeOf = (address: string): 'udp4' | 'udp6' => (address.includes(':') ? 'udp6' : 'udp4');

function answer(address: string, port: number, name: string): void {
  const socket = createSocket(typeOf(address));
  socket.on('message', (_message, peer) => {
    socket.send(JSON.stringify({ by: name, from: peer.address }), peer.port, peer.address);
  });
  socket.bind(port, address);
}

const patience = 1000;
const again = 250;

function askOnce(address: string, port: number, source: number): Promise<ServiceAnswer> {
  return new Promise((resolve) => {
    const socket = createSocket(typeOf(address));
    const send = (): void => socket.send('who', port, address, () => undefined);
    const timer = setInterval(send, again);
    const finish = (found: ServiceAnswer): void => {
      clearInterval(timer);
      clearTimeout(end);
      socket.close();
      resolve(found);
    };
    const end = setTimeout(() => finish(null), patience);
    socket.on('message', (message) => finish(JSON.parse(message.toString()) as ServiceAnswer));
    // An ICMP error is no answer; the next packet may take another path.
    socket.on('error', () => undefined);
    socket.bind(source, send);
  });
}

const [, , mode, address = '', port = '', third = '', fourth = ''] = process.argv;
if (mode === 'answer') answer(address, Number(port), third);
if (mode === 'ask') {
  const sources = Array.from({ length: Number(third) }, (_, index) => Number(fourth) + index);
  const answers = await Promise.all(sources.map((source) => askOnce(address, Number(port), source)));
  process.stdout.write(JSON.stringify(answers));
}
