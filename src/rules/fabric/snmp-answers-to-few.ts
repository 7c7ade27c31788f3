import { parsePrefix } from '../../ip/index.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly client: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB109',
  name: 'snmp-answers-to-few',
  severity: 'warning',
  summary: 'Not everybody may ask the SNMP agents.',
  why: 'The community of SNMPv2c goes over the wire in the clear: the list of clients is all that keeps others out, and agents that answer everybody are used to flood third parties.',
  source: 'RFC 3410 (SNMPv2c has no security of its own)',
  example: {
    wrong: 'system: { snmp: { community: "env:PATH", clients: [0.0.0.0/0] } }\n',
    right: 'system: { snmp: { community: "env:PATH", clients: [10.253.0.0/24] } }\n',
  },
  message: ({ client }) => `${client} lets everybody ask`,
  hint: () => 'Name the subnet of the monitoring hosts.',
  check({ topology }, report) {
    const { snmp } = topology.data.system;
    for (const [index, client] of (snmp?.clients ?? []).entries()) {
      const prefix = parsePrefix(client);
      if ('fault' in prefix || prefix.length > 0) continue;
      report({ client }, spanOf(topology, snmp!.clients, index));
    }
  },
});
