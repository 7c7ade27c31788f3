import { packageProgram } from '../../../files/package.ts';
import { shellWords } from '../../host/shell-words.ts';
import type { MlagSwitch } from './mlag-switch.ts';

/** Small heaps: a lab has an agent for each switch, and they keep nothing. */
const thrift = ['--max-semi-space-size=1', '--max-old-space-size=32'];

/** Where the number of an agent's process is. */
export function agentPidFile(device: string): string {
  return `/run/mlag-${device}.pid`;
}

/**
 * A shell line that leaves the agent of a switch running in the namespace that it is given in. It ends with the lab.
 * @param options.reload the switch was off: its ports are held back for a while.
 */
export function agentCommand(device: MlagSwitch, options: { reload: boolean }): string {
  const program = [process.execPath, ...process.execArgv, ...thrift, packageProgram('lab/network/mlag/agent-program')];
  const words = [...program, JSON.stringify(device), ...(options.reload ? ['reload'] : [])];
  return `setsid ${shellWords(...words)} </dev/null >>/run/mlag-${device.name}.log 2>&1 & echo $! >${agentPidFile(device.name)}`;
}
