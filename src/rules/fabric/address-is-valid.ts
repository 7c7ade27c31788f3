import { parseIp } from '../../ip/index.ts';
import { spanOf } from '../../topology/topology.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly text: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB007',
  name: 'address-is-valid',
  severity: 'error',
  summary: 'Every address can be read: four numbers up to 255, or an IPv6 address.',
  why: 'No device could use it.',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true, dhcpRelay: [10.9.0.256] }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true, dhcpRelay: [10.9.0.25] }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
  },
  message: ({ text }) => `${text} is no address`,
  hint: () => 'An address looks like 10.9.0.25.',
  check(fabric, report) {
    const { topology } = fabric;
    for (const defect of defectsOf(fabric, 'bad-address')) report(defect, defect.span);
    const { dns } = topology.data.system;
    for (const [index, text] of dns.entries()) {
      if (!parseIp(text)) report({ text }, spanOf(topology, dns, index));
    }
  },
});
