import { removeItem } from '../../diagnostics/edits.ts';
import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly network: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB049',
  name: 'network-is-joined-once',
  severity: 'warning',
  summary: 'A server group names a network once.',
  why: 'The second time has no effect; most often another network was meant.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage, service] }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message: ({ network }) => `Network ${network} is named twice`,
  fix({ network }, span) {
    const edit = removeItem(span);
    return edit && { title: `Take the second ${network} out`, edits: [edit] };
  },
  check(fabric, report) {
    for (const { networks = [] } of serversByGroup(fabric).keys()) {
      for (const [index, network] of networks.entries()) {
        if (networks.indexOf(network) < index) report({ network }, spanOf(fabric.topology, networks, index));
      }
    }
  },
});
