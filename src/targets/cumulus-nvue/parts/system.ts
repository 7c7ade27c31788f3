import type { User } from '../../../device/device.ts';
import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import type { Job } from '../job.ts';
import { type Tree, keys, settings, under } from '../tree.ts';

const roles = { admin: 'system-admin', operator: 'nvue-monitor' } as const;

/** Key types that NVUE names (`nv set system aaa user <user> ssh authorized-key <id> type`). */
const keyTypes = new Set([
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'ssh-ed25519',
  'ssh-dss',
  'ssh-rsa',
]);

function sshKeys({ name, sshKeys: lines }: User): Tree {
  return Object.fromEntries(
    lines.map((line, index) => {
      const [type = '', key = ''] = line.split(' ');
      if (!keyTypes.has(type)) {
        throw new ExpectedError(`Cumulus Linux takes no SSH key of type ${type}, which ${name} has`, {
          hint: `it takes ${[...keyTypes].join(', ')}`,
        });
      }
      return [`key${index + 1}`, { key, type }];
    }),
  );
}

const userTree = (user: User): Tree =>
  settings({
    role: roles[user.role],
    'hashed-password': user.passwordHash,
    ssh: settings({ 'authorized-key': sshKeys(user) }),
  });

const anything = (permission: 'all' | 'ro'): Tree => ({
  action: 'allow',
  'command-path': { '/': { permission } },
});

/** The roles that a switch comes with, which a document that replaces all has to say again. */
const roleTree = {
  class: { nvapply: anything('all'), nvshow: anything('ro'), sudo: anything('all') },
  role: {
    'nvue-admin': { class: keys(['nvapply']) },
    'nvue-monitor': { class: keys(['nvshow']) },
    'system-admin': { class: keys(['nvapply', 'sudo']) },
  },
};

/** Said where nobody has an account to administer the switch with. */
export function accountsComment({ device }: Job): string {
  return device.system.users.some(({ role }) => role === 'admin')
    ? ''
    : ' No account is below that may change the switch: as its whole configuration, this leaves it none that NVUE manages.';
}

/** The rules by which a switch protects itself as it comes. */
export function firewallPart(): Tree {
  const inbound = { inbound: {} };
  return under(['system', 'control-plane', 'acl'], {
    'acl-default-dos': inbound,
    'acl-default-whitelist': inbound,
  });
}

/** Name, time zone, and who may log in. */
export function systemPart({ device }: Job): Tree {
  const { timezone, users } = device.system;
  return {
    system: settings({
      hostname: device.name,
      // The zone that NVUE lists has no short names.
      timezone: timezone === 'UTC' ? 'Etc/UTC' : timezone,
      aaa: { ...roleTree, ...settings({ user: Object.fromEntries(users.map((user) => [user.name, userTree(user)])) }) },
    }),
  };
}
