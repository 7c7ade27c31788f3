import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly name: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB065',
  name: 'no-duplicate-user',
  severity: 'error',
  summary: 'No two local accounts have the same name.',
  why: 'The second would replace the first on the switch: its keys and role would not be those that were written.',
  example: {
    wrong: `system: { users: [{ name: ops, sshKeys: [ssh-ed25519 AAAA one] }, { name: ops, sshKeys: [ssh-ed25519 AAAA two] }] }
`,
    right: `system: { users: [{ name: ops, sshKeys: [ssh-ed25519 AAAA one, ssh-ed25519 AAAA two] }] }
`,
  },
  message: ({ name }) => `There are two accounts called ${name}`,
  check(fabric, report) {
    const { topology } = fabric;
    const first = new Map<string, object>();
    for (const user of topology.data.system.users) {
      const before = first.get(user.name);
      if (!before) first.set(user.name, user);
      else {
        const related = [{ message: 'the first account', span: spanOf(topology, before, 'name') }];
        report({ name: user.name }, spanOf(topology, user, 'name'), related);
      }
    }
  },
});
