import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<object, 'fabric'>({
  stage: 'fabric',
  code: 'FAB116',
  name: 'server-ports-guard-against-loops',
  severity: 'info',
  summary: 'Server ports are shut when they receive spanning-tree BPDUs.',
  why: 'A switch or a bridge in a server that joins two ports makes a loop, and the storm takes the rack with it; in a bridged design, all racks.',
  source: 'Cisco, "Spanning Tree PortFast BPDU Guard Enhancement" (document 10586)',
  example: { wrong: 'access: { bpduGuard: false }\n', right: 'access: { bpduGuard: true }\n' },
  message: () => 'BPDU guard is off on all server ports',
  check({ topology }, report) {
    const { access } = topology.data;
    if (!access.bpduGuard) report({}, spanOf(topology, access, 'bpduGuard'));
  },
});
