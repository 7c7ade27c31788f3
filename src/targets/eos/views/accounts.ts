import type { User } from '../../../device/device.ts';
import type { Job } from '../job.ts';
import { plainText } from '../text.ts';

/** Account of a new switch, which needs no password: gone as soon as there are others. */
const factoryAccount = 'admin';

/** A hash in the form of SHA-512 crypt that no password is known to have: such an account is entered by key alone. */
const lockedHash = `$6$locked$${'.'.repeat(86)}`;

const roles = {
  admin: { privilege: 15, role: 'network-admin' },
  operator: { privilege: 1, role: 'network-operator' },
} as const;

function accountView(user: User) {
  const [key, secondKey] = user.sshKeys.map((one) => plainText(one, one.length));
  return {
    name: user.name,
    ...roles[user.role],
    passwordHash: user.passwordHash ?? lockedHash,
    key: key ?? null,
    secondKey: secondKey ?? null,
  };
}

/** Local accounts. Without any the factory's stays, so that a new switch can be entered over its console. */
export function accountsViews({ device }: Job) {
  const { users } = device.system;
  if (users.length === 0) return [];
  const factory = users.some((user) => user.name === factoryAccount) ? null : factoryAccount;
  return [{ factory, accounts: users.map(accountView) }];
}

/** Roles and privileges of accounts are without effect until authorization asks for them. */
export function authorizationViews({ device }: Job) {
  return device.system.users.length === 0 ? [] : [{}];
}
