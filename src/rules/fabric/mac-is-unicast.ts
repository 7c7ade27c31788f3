import { givenMacs } from '../macs.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly mac: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB054',
  name: 'mac-is-unicast',
  severity: 'error',
  summary: 'A MAC address of a NIC is a unicast address, and not all zeros.',
  why: 'An address with the lowest bit of its first byte set names a group; no port has it, so nothing would match.',
  source: 'IEEE 802-2014 section 8.2',
  example: {
    wrong: `racks:
  - name: r1
    servers:
      - name: web-{1..2}
        role: web
        nics: { speed: 10G }
        networks: [service, storage]
        macs: { web-2: ["53:54:00:00:00:01", "52:54:00:00:00:02"] }
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
  message: ({ mac }) => `${mac} is no unicast address`,
  check(fabric, report) {
    for (const { mac, span } of givenMacs(fabric)) {
      const group = (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1;
      if (group || mac === '00:00:00:00:00:00') report({ mac }, span);
    }
  },
});
