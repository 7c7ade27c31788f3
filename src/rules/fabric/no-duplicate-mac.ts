import { type GivenMac, givenMacs } from '../macs.ts';
import { defineRule } from '../rule.ts';

interface SameMac {
  readonly mac: string;
  readonly server: string;
  readonly first: string;
}

export const rule = defineRule<SameMac, 'fabric'>({
  stage: 'fabric',
  code: 'FAB055',
  name: 'no-duplicate-mac',
  severity: 'error',
  summary: 'No two NICs have the same MAC address.',
  why: 'Two servers with one address in a VLAN take each other’s traffic; most often a line was copied.',
  example: {
    wrong: `racks:
  - name: r1
    servers:
      - name: web-{1..2}
        role: web
        nics: { speed: 10G }
        networks: [service, storage]
        macs: { web-2: ["52:54:00:00:00:01", "52:54:00:00:00:01"] }
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
  message: ({ mac, server, first }) =>
    server === first ? `${mac} is given twice to ${server}` : `${mac} of ${server} is already that of ${first}`,
  check(fabric, report) {
    const byMac = new Map<string, GivenMac>();
    for (const given of givenMacs(fabric)) {
      const first = byMac.get(given.mac);
      if (!first) byMac.set(given.mac, given);
      else {
        const related = [{ message: `the address of ${first.server}`, span: first.span }];
        report({ mac: given.mac, server: given.server, first: first.server }, given.span, related);
      }
    }
  },
});
