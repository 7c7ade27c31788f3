import { isRouted } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

interface NoDefault {
  readonly server: string;
  readonly carriers: readonly string[];
}

export const rule = defineRule<NoDefault, 'fabric'>({
  stage: 'fabric',
  code: 'FAB047',
  name: 'server-has-a-default-route',
  severity: 'warning',
  summary: 'One network of every server carries its default route.',
  why: 'Without it the server reaches the networks of the fabric and nothing else: no time, no names, no updates.',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16 }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
  },
  message: ({ server }) => `No network of ${server} carries a default route`,
  hint: ({ carriers }) =>
    carriers.length > 0
      ? `Add ${carriers.join(' or ')} to its networks.`
      : 'Write `defaultRoute: true` in one of its networks.',
  check(fabric, report) {
    const { topology } = fabric;
    const sections = Object.entries(topology.data.networks);
    const carriers = sections.filter(([, section]) => section.defaultRoute).map(([name]) => name);
    for (const [group, [server]] of serversByGroup(fabric)) {
      // Routed servers hear of one from their leafs; and a network that could not be read may be the one.
      if (isRouted(server!) || !group.networks) continue;
      if (group.networks.some((name) => carriers.includes(name) || !Object.hasOwn(topology.data.networks, name)))
        continue;
      report({ server: server!.name, carriers }, spanOf(topology, group, 'networks'));
    }
  },
});
