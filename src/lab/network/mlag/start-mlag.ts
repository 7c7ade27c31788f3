import type { Device } from '../../../device/device.ts';
import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import { each } from '../../host/each.ts';
import type { Namespaces } from '../../host/namespaces.ts';
import { missingMlagPrograms } from '../../host/programs.ts';
import { agentCommand } from './agent-command.ts';
import { mlagCommands } from './mlag-commands.ts';
import { type MlagSwitch, mlagSwitch } from './mlag-switch.ts';

/** The switches of MLAG pairs in a lab. */
export function mlagSwitches(running: readonly Device[]): MlagSwitch[] {
  return running.flatMap((device) => mlagSwitch(device, running) ?? []);
}

/**
 * Makes pairs of switches whose own interfaces are up, and starts their agents.
 * @throws ExpectedError where a program is not installed, or the kernel refuses.
 */
export async function startMlag(lab: Namespaces, running: readonly Device[]): Promise<void> {
  const switches = mlagSwitches(running);
  const [missing] = switches.length > 0 ? missingMlagPrograms() : [];
  if (missing)
    throw new ExpectedError(`MLAG in a lab needs ${missing.program}`, {
      hint: `on Debian: apt-get install ${missing.package}`,
    });
  await each(switches, 2, async (device) => {
    const lines = [...mlagCommands(device), agentCommand(device, { reload: false })];
    await lab.script(lines, { device: device.name, seconds: 60 });
  });
}
