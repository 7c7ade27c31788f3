import { extraLines } from '../extra-lines.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

/** Commands that let people in without encryption, or by a name that everybody knows. */
const plain: readonly (readonly [form: RegExp, what: string])[] = [
  [/^(feature|service|management|set system services)\s+telnet\b|^transport input\s+.*\b(telnet|all)\b/i, 'telnet'],
  [/^ip http server\b|^set system services web-management http\b|^protocol http\b(?!s)/i, 'HTTP without TLS'],
  [/^(feature|service|set system services)\s+ftp\b/i, 'FTP'],
  [
    /^snmp(-server)?\s+community\s+(public|private)\b|^set snmp community (public|private)\b/i,
    'a default SNMP community',
  ],
];

export const rule = defineRule<
  { readonly os: string; readonly number: number; readonly what: string; readonly others: number },
  'fabric'
>({
  stage: 'fabric',
  code: 'FAB111',
  name: 'extra-lines-open-nothing-plain',
  severity: 'warning',
  summary: 'Lines of one’s own open no telnet, FTP, HTTP without TLS, or SNMP by a default community.',
  why: 'Passwords and configs then cross the network in the clear, and scanners find these services within hours.',
  source: 'NIST SP 800-53 Rev. 5, control AC-17(2); CISA Alert TA18-106A (network infrastructure devices)',
  example: {
    wrong: "extra: { frr: 'service telnet' }\n",
    right: "extra: { frr: 'ip nht resolve-via-default' }\n",
  },
  message: ({ os, number, what, others }) => `Line ${number} for ${os} opens ${what}${alike(others, 'line')}`,
  hint: () => 'Take it out: the switches have SSH.',
  check(fabric, report) {
    const found = extraLines(fabric).flatMap((line) => {
      const open = plain.find(([form]) => form.test(line.text));
      return open ? [{ ...line, what: open[1] }] : [];
    });
    for (const { item, others } of gather(found, ({ what }) => what)) {
      report({ os: item.os, number: item.number, what: item.what, others }, item.span);
    }
  },
});
