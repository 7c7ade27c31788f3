import { extraLines } from '../extra-lines.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

/**
 * Commands that a secret follows, in the languages of EOS, NX-OS, Junos, SONiC and FRR. A community alone is none: BGP has
 * them as well. The default ones of SNMP are no secret, and another rule's.
 */
const withSecret =
  /\b(password|passwd|secret|authentication-key|message-digest-key\s+\d+\s+(md5|hmac-\S+)|key-string|pre-shared-key|shared-secret|snmp(-server)?\s+community(?!\s+(public|private)\b)|plain-text-password-value|encrypted-password)\s+\S/i;

export const rule = defineRule<{ readonly os: string; readonly number: number; readonly others: number }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB110',
  name: 'extra-lines-hold-no-secret',
  severity: 'warning',
  summary: 'Lines of one’s own have no password, key or SNMP community.',
  why: 'The topology file is in a repository that many read, and these lines are shown in plans and in redacted builds. What several vendors call encryption can be undone by anybody.',
  source: 'NSA, "Cisco Password Types: Best Practices" (2022): types 0 and 7 are not to be used',
  example: {
    wrong: "extra: { frr: 'password example' }\n",
    right: "extra: { frr: 'ip nht resolve-via-default' }\n",
  },
  message: ({ os, number, others }) => `Line ${number} for ${os} has a secret in it${alike(others, 'line')}`,
  hint: () => 'Give it by reference where the file has a setting for it (`key: env:NAME`), or on the switch.',
  check(fabric, report) {
    const found = extraLines(fabric).filter(({ text }) => withSecret.test(text));
    for (const { item, others } of gather(found)) report({ os: item.os, number: item.number, others }, item.span);
  },
});
