import type { SwitchDevice, User } from '../../device/device.ts';
import { stanzas } from '../../render/templates.ts';
import { type BoxFile, boxFile } from './box-file.ts';
import { managementPort, spellPort } from './names.ts';
import { placeOf } from './place.ts';
import { safeText } from '../../frr/safe-text.ts';
import { shellQuote } from './shell-quote.ts';

const stanza = stanzas('frr');

/** Groups of each role: vtysh has no mode that only looks, so operators read logs and the kernel's tables. */
const groups = { admin: 'sudo,frrvty', operator: 'adm,systemd-journal' } as const;

const accountView = (user: User) => ({
  name: shellQuote(user.name),
  groups: groups[user.role],
  hash: shellQuote(user.passwordHash ?? '*'),
  keys: shellQuote(user.sshKeys.map((key) => `${key}\n`).join('')),
});

/** Administrators whom sudo cannot ask for a password. */
export function sudoersFile({ system }: SwitchDevice): BoxFile[] {
  const users = system.users.filter((user) => user.role === 'admin' && user.passwordHash === undefined);
  if (users.length === 0) return [];
  const content = stanza('sudoers', { users: users.map((user) => user.name) });
  return [boxFile({ path: 'sudoers', content, target: '/etc/sudoers.d/heddle', mode: '0440' })];
}

function packagesOf(device: SwitchDevice, files: readonly BoxFile[]): string[] {
  const common = ['openssh-server', ...(device.system.users.length > 0 ? ['sudo'] : [])];
  return [...new Set([...files.flatMap((file) => file.packages), ...common])];
}

/** A POSIX shell script that puts the files into place on an empty box and starts what reads them. */
export function setupScript(device: SwitchDevice, files: readonly BoxFile[]): string {
  const { name, system, management } = device;
  const ports = device.interfaces.flatMap((one) => (one.kind === 'ethernet' ? spellPort(one.port) : []));
  const hosts = system.domain ? `${name}.${system.domain} ${name}` : name;
  return [
    stanza('setup-start', {
      name,
      place: placeOf(device),
      vrf: management.vrf,
      packages: packagesOf(device, files).join(' '),
      ports: [managementPort, ...ports].join(' '),
      quoted: {
        name: shellQuote(name),
        hosts: shellQuote(safeText(hosts)),
        timezone: shellQuote(system.timezone),
        zonefile: shellQuote(`/usr/share/zoneinfo/${system.timezone}`),
      },
    }),
    system.users.length > 0 ? stanza('setup-users', { users: system.users.map(accountView) }) : '',
    stanza('setup-files', {
      files,
      services: [...files.flatMap((file) => file.services), 'ssh'].join(' '),
      quotedName: shellQuote(name),
    }),
  ].join('');
}
