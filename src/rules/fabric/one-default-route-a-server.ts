import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

interface TwoDefaults {
  readonly server: string;
  readonly networks: readonly string[];
}

export const rule = defineRule<TwoDefaults, 'fabric'>({
  stage: 'fabric',
  code: 'FAB046',
  name: 'one-default-route-a-server',
  severity: 'error',
  summary: 'At most one network of a server carries its default route.',
  why: 'Of two default routes the system uses one, and which is not for the file to say; replies leave by the wrong network.',
  source: 'RFC 1122 section 3.3.1.2',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, defaultRoute: true }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
  },
  message: ({ server, networks }) =>
    `${server} would have ${networks.length} default routes: ${networks.join(' and ')}`,
  hint: () => 'Leave `defaultRoute: true` with one of the networks.',
  check(fabric, report) {
    const { topology } = fabric;
    for (const [group, [server]] of serversByGroup(fabric)) {
      const carriers = server!.networks.filter((network) => network.defaultRoute);
      if (carriers.length < 2) continue;
      const related = carriers.map(({ name }) => ({
        message: `default route of ${name}`,
        span: spanOf(topology, topology.data.networks[name]!, 'defaultRoute'),
      }));
      report(
        { server: server!.name, networks: carriers.map(({ name }) => name) },
        spanOf(topology, group, 'networks'),
        related,
      );
    }
  },
});
