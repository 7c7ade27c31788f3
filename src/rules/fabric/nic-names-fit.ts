import type { Span } from '../../diagnostics/span.ts';
import type { Network } from '../../fabric/fabric.ts';
import type { ServerGroup, Topology } from '../../topology/topology.ts';
import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';
import { countOf } from '../words.ts';

interface BadNames {
  readonly fault: string;
}

/** What is wrong with the NIC names of a group, and where. */
function* faultsOf(
  topology: Topology,
  group: ServerGroup,
  tagged: readonly Network[],
): Generator<{ fault: string; span: Span }> {
  const { names, count } = group.nics;
  // Names that other interfaces of the server have: the loopback, the bond, and the VLANs by their number.
  const taken = new Set(['lo', 'bond0', ...tagged.map(({ vlan }) => `vlan${vlan}`)]);
  if (names.length !== count) {
    const fault = `${countOf(names.length, 'NIC name')} for ${countOf(count, 'NIC')}`;
    yield { fault, span: spanOf(topology, group.nics, 'names') };
  }
  for (const [index, name] of names.entries()) {
    const span = spanOf(topology, names, index);
    if (names.indexOf(name) < index) yield { fault: `The NIC name ${name} is given twice`, span };
    else if (taken.has(name)) yield { fault: `The NIC name ${name} is that of another interface of the server`, span };
  }
}

export const rule = defineRule<BadNames, 'fabric'>({
  stage: 'fabric',
  code: 'FAB051',
  name: 'nic-names-fit',
  severity: 'error',
  summary: 'NIC names are one a NIC, all different, and none is that of the bond or a VLAN.',
  why: 'A config that names an interface twice leaves the server without network at its next start.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { count: 2, speed: 10G, names: [ens1f0, ens1f0] }, networks: [service, storage] }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { count: 2, speed: 10G, names: [ens1f0, ens1f1] }, networks: [service, storage] }
`,
  },
  message: ({ fault }) => fault,
  check(fabric, report) {
    for (const [group, [server]] of serversByGroup(fabric)) {
      if (group.nics.names.length === 0) continue;
      const tagged = server!.networks.filter((network) => network !== server!.untagged);
      for (const { fault, span } of faultsOf(fabric.topology, group, tagged)) report({ fault }, span);
    }
  },
});
