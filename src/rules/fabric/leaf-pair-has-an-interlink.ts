import { mlagPairs } from '../../fabric/mlag-pairs.ts';
import { spanOf } from '../../topology/topology.ts';
import { intendedLinks } from '../intended-links.ts';
import { isCutShort } from '../left-out.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly first: string; readonly second: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB038',
  name: 'leaf-pair-has-an-interlink',
  severity: 'error',
  summary:
    'The two leafs of a rack with servers, and any two switches that are an MLAG pair, are joined by at least one cable.',
  why: 'Both leafs answer for the gateway, and a server is active on one of them: packets that arrive at the other reach it over this cable. An MLAG pair is none without it.',
  example: {
    wrong: `racks:
  - name: r1
    leafs: 2
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage], bond: active-backup }
links:
  - { a: r1-leaf1, z: r1-leaf2, absent: true }
  - { a: r1-leaf1, z: r1-leaf2, absent: true }
`,
    right: `racks:
  - name: r1
    leafs: 2
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage], bond: active-backup }
links:
  - { a: r1-leaf1, z: r1-leaf2, absent: true }
`,
  },
  message: ({ first, second }) => `No cable joins ${first} and ${second}, which share a gateway`,
  check(fabric, report) {
    if (isCutShort(fabric)) return;
    const joined = new Set<string>();
    for (const link of intendedLinks(fabric)) if (link.kind === 'interlink') joined.add(link.a).add(link.z);
    const pairs = [
      ...fabric.racks.flatMap(({ leafs: [first, second], servers }) =>
        first && second && servers.length > 0 ? [{ first, second }] : [],
      ),
      ...mlagPairs(fabric).filter(({ rack }) => !rack || rack.servers.length === 0),
    ];
    for (const { first, second } of pairs) {
      if (joined.has(first.name)) continue;
      const cut = fabric.topology.data.links.findLast(
        ({ a, z }) =>
          [a, z]
            .map((end) => end.split(':')[0])
            .sort()
            .join() === [first.name, second.name].sort().join(),
      );
      report({ first: first.name, second: second.name }, cut ? spanOf(fabric.topology, cut) : first.span);
    }
  },
});
