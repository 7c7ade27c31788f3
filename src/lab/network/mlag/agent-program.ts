/**
 * The program of an MLAG agent: its argument is the switch, in JSON; a second one, `reload`, says that the switch was off.
 * It runs until it is killed, and writes a line for every change.
 */
import { writeSync } from 'node:fs';
import { MlagAgent } from './agent.ts';
import type { MlagSwitch } from './mlag-switch.ts';

const [, , device = '', start = ''] = process.argv;
const onChange = (line: string): void => {
  writeSync(1, `${new Date().toISOString()} ${line}\n`);
};
const agent = new MlagAgent(JSON.parse(device) as MlagSwitch, { reload: start === 'reload', onChange });
agent.start();
