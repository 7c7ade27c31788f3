/**
 * Two programs for servers of a lab: `echo PORT` answers UDP packets until its input ends; `send ADDRESS PORT FLOWS
 * SECONDS` sends to it, each flow from a port of its own, and prints what was lost.
 */
import { createSocket } from 'node:dgram';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FlowResult } from '../../lab/flows.ts';
import { packetInterval } from '../../lab/flows.ts';

/** Milliseconds after the last packet in which answers are waited for. */
const grace = 500;

const typeOf = (address: string): 'udp4' | 'udp6' => (address.includes(':') ? 'udp6' : 'udp4');

function echo(address: string, port: number): void {
  const socket = createSocket(typeOf(address));
  socket.on('message', (message, from) => socket.send(message, from.port, from.address, () => {}));
  socket.bind(port, address);
  process.stdin.resume().on('end', () => process.exit(0));
}

async function send(address: string, port: number, flows: number, seconds: number): Promise<FlowResult[]> {
  const total = Math.round((seconds * 1000) / packetInterval);
  const probes = Array.from({ length: flows }, () => {
    const back = new Set<number>();
    const socket = createSocket(typeOf(address));
    socket.on('message', (message) => back.add(message.readUInt32BE()));
    // What cannot be sent is lost, and counted so.
    socket.on('error', () => {});
    return { socket, back };
  });
  const begin = performance.now();
  for (let number = 0; number < total; number += 1) {
    const wait = begin + number * packetInterval - performance.now();
    if (wait > 0) await sleep(wait);
    const message = Buffer.alloc(64);
    message.writeUInt32BE(number);
    for (const { socket } of probes) socket.send(message, port, address, () => {});
  }
  await sleep(grace);
  return probes.map(({ back }) => {
    let run = 0;
    let longest = 0;
    for (let number = 0; number < total; number += 1) {
      run = back.has(number) ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return {
      sent: total,
      lost: total - back.size,
      longestGap: longest * packetInterval,
      endsLost: run * packetInterval,
    };
  });
}

const [, , mode, address = '', port = '', flows = '', seconds = ''] = process.argv;
if (mode === 'echo') echo(address, Number(port));
if (mode === 'send') {
  const results = await send(address, Number(port), Number(flows), Number(seconds));
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
}
