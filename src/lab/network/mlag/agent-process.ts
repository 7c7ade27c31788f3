import type { Namespaces } from '../../host/namespaces.ts';
import { agentCommand, agentPidFile } from './agent-command.ts';
import type { MlagSwitch } from './mlag-switch.ts';

async function signal(lab: Namespaces, { name }: MlagSwitch, which: 'KILL' | 'STOP' | 'CONT'): Promise<void> {
  await lab.script([`kill -${which} "$(cat ${agentPidFile(name)})"`]);
}

/** Ends the agent of a switch, as a loss of power does. */
export async function endAgent(lab: Namespaces, device: MlagSwitch): Promise<void> {
  await signal(lab, device, 'KILL');
}

/** Starts the agent of a switch that had no power. */
export async function restartAgent(lab: Namespaces, device: MlagSwitch): Promise<void> {
  await lab.script([agentCommand(device, { reload: true })], { device: device.name });
}

/** Stops the agent of a switch that hangs, or lets it go on. */
export async function pauseAgent(lab: Namespaces, device: MlagSwitch, isPaused: boolean): Promise<void> {
  await signal(lab, device, isPaused ? 'STOP' : 'CONT');
}

/** Ports that the agent of a switch brings up after a start. */
export function heldPorts({ legs, otherPorts }: MlagSwitch): ReadonlySet<string> {
  return new Set([...legs.flatMap(({ members }) => members), ...otherPorts]);
}
