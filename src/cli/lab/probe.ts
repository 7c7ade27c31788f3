/** Program for a server of a lab: answers UDP packets, and sends numbered ones, as it is asked on its input. */
import { Echo } from '../../lab/fail/probe/echo.ts';
import { Sender } from '../../lab/fail/probe/sender.ts';
import { PauseWatch } from '../../lab/fail/probe/pause-watch.ts';
import type { Question } from '../../lab/fail/probe/protocol.ts';
import { socketDrops } from '../../lab/fail/probe/socket-drops.ts';
import { createInterface } from 'node:readline';

const echo = new Echo();
const watch = new PauseWatch();
let sender = new Sender(watch);
let dropsBefore = 0;

async function answer(question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'echo':
      await echo.answer(question.address);
      return { done: true };
    case 'send':
      await sender.send(question.source, question.address);
      return { done: true };
    case 'steady':
      return { done: await sender.becomesSteady() };
    case 'report': {
      const flows = await sender.report();
      const drops = socketDrops();
      const overrun = Math.max(0, drops - dropsBefore);
      dropsBefore = drops;
      return { flows, pause: watch.longest(), overrun };
    }
    case 'quiet':
      sender.stop();
      sender = new Sender(watch);
      dropsBefore = socketDrops();
      return { done: true };
  }
}

async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line) as Question))}\n`);
  }
  process.exit(0);
}

void main();
