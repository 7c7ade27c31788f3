import { mlagPairs } from '../../fabric/mlag-pairs.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface UnlikePeers {
  readonly first: string;
  readonly second: string;
  readonly what: readonly [string, string];
}

export const rule = defineRule<UnlikePeers, 'fabric'>({
  stage: 'fabric',
  code: 'FAB083',
  name: 'mlag-peers-are-alike',
  severity: 'error',
  summary: 'The two switches of an MLAG pair are of one platform, and run one operating system.',
  why: 'How peers keep their tables in step is each vendor’s own, and tables of different sizes cannot be kept in step.',
  source: 'Cisco Nexus 9000 Interfaces Configuration Guide, vPC guidelines; Arista EOS User Manual, MLAG requirements',
  example: {
    wrong: `access: { leafPair: mlag }
racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
devices:
  r1-leaf2: { os: eos }
`,
    right: `access: { leafPair: mlag }
racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
devices:
  r1-leaf1: { os: eos }
  r1-leaf2: { os: eos }
`,
  },
  message: ({ first, second, what }) =>
    `${first} and ${second} are an MLAG pair, but one is ${what[0]} and the other ${what[1]}`,
  check(fabric, report) {
    const { topology } = fabric;
    const { devices } = topology.data;
    for (const { first, second } of mlagPairs(fabric)) {
      const unlike =
        first.os !== second.os
          ? ([first.os, second.os] as const)
          : first.platform !== second.platform
            ? ([first.platform.id, second.platform.id] as const)
            : undefined;
      if (!unlike) continue;
      const own = [second, first].find(({ name }) => Object.hasOwn(devices, name));
      const key = first.os === second.os ? 'platform' : 'os';
      const span = own ? spanOf(topology, devices[own.name]!, key) : second.span;
      report({ first: first.name, second: second.name, what: unlike }, span);
    }
  },
});
