import type { SwitchDevice, User } from '../../device/device.ts';
import { stanzas } from '../../render/templates.ts';
import { panelOf } from './panels.ts';

const stanza = stanzas('sonic');

/** A word that a POSIX shell reads as exactly this text. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Groups of each role: whoever is not in sudo may run the `show` commands, and no others, by SONiC's own sudoers. */
const groups = { admin: 'sudo,docker,redis', operator: 'adm' } as const;

const accountView = (user: User) => ({
  name: quote(user.name),
  groups: groups[user.role],
  hash: quote(user.passwordHash ?? '*'),
  keys: quote(user.sshKeys.map((key) => `${key}\n`).join('')),
});

/** A POSIX shell script that makes the accounts, which CONFIG_DB does not have, and loads the other files. */
export function setupScript(device: SwitchDevice): string {
  const panel = panelOf(device.platform.id);
  if (!panel) throw new Error(`no ports of ${device.platform.id}`);
  const users = device.system.users.map(accountView);
  return stanza('setup', { name: device.name, platform: panel.platform, users: users.length > 0 ? users : null });
}
