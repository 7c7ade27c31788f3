import type { SwitchDevice } from '../../../src/device/device.ts';
import { target as eos } from '../../../src/targets/eos/target.ts';
import { target } from '../../../src/targets/sonic/target.ts';
import type { RenderContext } from '../../../src/targets/target.ts';
import type { ConfigDb } from './judge.ts';

/** Ports of servers are spelled by the user; those of other switches in the way of EOS. */
export const context: RenderContext = {
  spellPeer: (name, port) => (name === 'eos' ? eos.spellPort(port) : (port.name ?? `nic${port.panel}`)),
  readSecret: ({ name }) => `value-of-${name.toLowerCase()}`,
};

/** The files of a switch by their paths. */
export function filesOf(device: SwitchDevice): Record<string, string> {
  return Object.fromEntries(target.render(device, context).map(({ path, content }) => [path, content]));
}

export function configOf(device: SwitchDevice): ConfigDb {
  return JSON.parse(filesOf(device)['config_db.json']!) as ConfigDb;
}
