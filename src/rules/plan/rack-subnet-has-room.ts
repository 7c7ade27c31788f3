import type { PlanDefect } from '../../plan/plan.ts';
import { planDefectsOf } from '../defects.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { andMore } from '../words.ts';

type FullSubnet = Extract<PlanDefect, { kind: 'subnet-full' }> & { readonly others: number };

export const rule = defineRule<FullSubnet, 'plan'>({
  stage: 'plan',
  code: 'PLAN002',
  name: 'rack-subnet-has-room',
  severity: 'error',
  summary: 'The subnet of a network in a rack holds the gateway and every server.',
  why: 'Servers that come after the subnet is full would have no address in the network.',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, perRack: 30, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..4}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, perRack: 28, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..4}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message: ({ network, rack, prefix, needed, available, others }) =>
    `Network ${network}: the subnet ${prefix} of rack ${andMore(rack, others)} has ${available} addresses, and ${needed} are needed`,
  hint: () => 'Lower `perRack`: 24 holds 254 addresses, 23 holds 510.',
  check(plan, report) {
    const defects = planDefectsOf(plan, 'subnet-full');
    for (const { item, others } of gather(defects, ({ network }) => network)) report({ ...item, others }, item.span);
  },
});
