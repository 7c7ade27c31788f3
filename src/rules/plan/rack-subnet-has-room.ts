import type { PlanDefect } from '../../plan/plan.ts';
import { planDefectsOf } from '../defects.ts';
import { gather } from '../gather.ts';
import { restingHint } from '../resting.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

type FullSubnet = Extract<PlanDefect, { kind: 'subnet-full' }> & { readonly others: number };

function lengthOf(prefix: string): number {
  return Number(prefix.slice(prefix.indexOf('/') + 1));
}

/** Addresses of a subnet that servers do not get: its two ends, the gateway, two leafs. */
const notForServers = 5;

/** Length of the smallest subnet with room for so many servers. */
function lengthFor(servers: number): number {
  return 32 - Math.ceil(Math.log2(servers + notForServers));
}

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
    `The subnet ${prefix} of network ${network} in rack ${rack} has room for ${available}, and ${needed} are needed${alike(others, 'rack')}`,
  hint: ({ needed, resting }) => restingHint(resting, `Write \`perRack: ${lengthFor(needed)}\` or less.`),
  check(plan, report) {
    const defects = planDefectsOf(plan, 'subnet-full');
    // A server has one number in all its networks: the smallest subnet of the rack is the one that is full.
    const longest = new Map<string, number>();
    for (const { rack, prefix } of defects) longest.set(rack, Math.max(longest.get(rack) ?? 0, lengthOf(prefix)));
    const full = defects.filter(({ rack, prefix }) => lengthOf(prefix) === longest.get(rack));
    for (const { item, others } of gather(full, ({ network }) => network)) report({ ...item, others }, item.span);
  },
});
