import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly network: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB036',
  name: 'network-is-used',
  severity: 'info',
  summary: 'Some server is in every network.',
  why: 'Every rack still gets a VLAN and a subnet of a network that nobody uses; most often a server group forgot it.',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
  backup: { vlan: 40, pool: 10.40.0.0/16 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
  },
  message: ({ network }) => `No server is in network ${network}`,
  check(fabric, report) {
    // A fabric without servers is a plan for later; a group that was dropped or misspelt a network may use any.
    const misspelt = defectsOf(fabric, 'unknown-reference').some((defect) => defect.what === 'network');
    if (fabric.servers.length === 0 || fabric.topology.dropped.size > 0 || misspelt) return;
    const used = new Set(
      fabric.servers.flatMap((server) => [...server.networks, ...(server.untagged ? [server.untagged] : [])]),
    );
    for (const network of fabric.networks) if (!used.has(network)) report({ network: network.name }, network.span);
  },
});
