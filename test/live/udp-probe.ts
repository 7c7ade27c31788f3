/**
 * Two programs: `echo PORT` answers UDP packets; `send ADDRESS PORT FLOWS FIRST_SOURCE_PORT SECONDS` sends to it, each
 * flow from a port of its own, and prints what was lost. The flows of two hosts are spread over paths by their ports,
 * as pings are not.
 */
import { createSocket } from 'node:dgram';

/** What came back of one flow. */
export interface FlowResult {
  readonly sent: number;
  readonly lost: number;
  /** Longest run of packets lost one after the other, in milliseconds. */
  readonly longestGap: number;
}

/** Milliseconds between two packets of a flow. */
const interval = 20;

function echo(port: number): void {
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => socket.send(message, from.port, from.address, () => {}));
  socket.bind(port);
}

async function send(
  address: string,
  port: number,
  flows: number,
  firstSource: number,
  seconds: number,
): Promise<FlowResult[]> {
  const total = Math.round((seconds * 1000) / interval);
  const probes = Array.from({ length: flows }, (_, index) => {
    const back = new Set<number>();
    const socket = createSocket('udp4');
    socket.on('message', (message) => back.add(message.readUInt32BE()));
    socket.bind(firstSource + index);
    return { socket, back };
  });
  const begin = performance.now();
  for (let number = 0; number < total; number += 1) {
    const wait = begin + number * interval - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const message = Buffer.alloc(32);
    message.writeUInt32BE(number);
    // What cannot be sent is lost, and counted so.
    for (const { socket } of probes) socket.send(message, port, address, () => {});
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return probes.map(({ back }) => {
    let run = 0;
    let longest = 0;
    for (let number = 0; number < total; number += 1) {
      run = back.has(number) ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return { sent: total, lost: total - back.size, longestGap: longest * interval };
  });
}

const [, , mode, ...args] = process.argv;
if (mode === 'echo') echo(Number(args[0]));
if (mode === 'send') {
  const [address = '', ...numbers] = args;
  const [port = 0, flows = 0, firstSource = 0, seconds = 0] = numbers.map(Number);
  const results = await send(address, port, flows, firstSource, seconds);
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
}
