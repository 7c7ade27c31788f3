import type { User } from '../../../device/device.ts';
import type { Job } from '../job.ts';
import { plainText } from '../text.ts';

const roles = { admin: 'network-admin', operator: 'network-operator' } as const;

/** Type and key: NX-OS does not want what follows. */
const withoutComment = (key: string): string => plainText(key, key.length).split(' ').slice(0, 2).join(' ');

function accountView(user: User) {
  const [key] = user.sshKeys.map(withoutComment);
  return { name: user.name, role: roles[user.role], key: key ?? null, hashed: user.passwordHash !== undefined };
}

/**
 * Local accounts, entered by key: no source says that NX-OS takes a SHA-512 hash (its own are of SHA-256 and others).
 * The factory's `admin` cannot be removed.
 */
export function accountsViews({ device }: Job) {
  const { users } = device.system;
  return users.length === 0 ? [] : [{ accounts: users.map(accountView) }];
}
