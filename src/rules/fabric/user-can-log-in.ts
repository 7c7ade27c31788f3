import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly name: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB066',
  name: 'user-can-log-in',
  severity: 'warning',
  summary: 'Every local account has a password hash or an SSH key.',
  why: 'Nobody can use an account without either; when the directory server is down, it is the only way in.',
  example: {
    wrong: `system: { users: [{ name: ops }] }
`,
    right: `system: { users: [{ name: ops, sshKeys: [ssh-ed25519 AAAA one] }] }
`,
  },
  message: ({ name }) => `Account ${name} has neither a password hash nor an SSH key`,
  hint: () => '`openssl passwd -6` prints a hash for `passwordHash`.',
  check(fabric, report) {
    const { topology } = fabric;
    for (const user of topology.data.system.users) {
      if (user.passwordHash !== undefined || user.sshKeys.length > 0) continue;
      report({ name: user.name }, spanOf(topology, user, 'name'));
    }
  },
});
