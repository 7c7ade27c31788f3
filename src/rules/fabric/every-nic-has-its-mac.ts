import { macListsOf } from '../macs.ts';
import { defineRule } from '../rule.ts';
import { countOf } from '../words.ts';

interface WrongCount {
  readonly server: string;
  readonly macs: number;
  readonly nics: number;
}

export const rule = defineRule<WrongCount, 'fabric'>({
  stage: 'fabric',
  code: 'FAB053',
  name: 'every-nic-has-its-mac',
  severity: 'error',
  summary: 'Where MAC addresses of a server are given, there is one for each NIC.',
  why: 'Ports are matched by address; a port without one would stay out of the bond.',
  example: {
    wrong: `racks:
  - name: r1
    servers:
      - name: web-{1..2}
        role: web
        nics: { speed: 10G }
        networks: [service, storage]
        macs: { web-2: ["52:54:00:00:00:01"] }
`,
    right: `racks:
  - name: r1
    servers:
      - name: web-{1..2}
        role: web
        nics: { speed: 10G }
        networks: [service, storage]
        macs: { web-2: ["52:54:00:00:00:01", "52:54:00:00:00:02"] }
`,
  },
  message: ({ server, macs, nics }) => `${countOf(macs, 'MAC')} for the ${countOf(nics, 'NIC')} of ${server}`,
  check(fabric, report) {
    for (const { group, server, macs, span } of macListsOf(fabric)) {
      const nics = group.nics.count;
      if (macs.length !== nics) report({ server, macs: macs.length, nics }, span);
    }
  },
});
