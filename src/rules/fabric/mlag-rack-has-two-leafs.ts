import { spanOf } from '../../topology/topology.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface LonelyLeaf {
  readonly rack: string;
  readonly others: number;
}

export const rule = defineRule<LonelyLeaf, 'fabric'>({
  stage: 'fabric',
  code: 'FAB082',
  name: 'mlag-rack-has-two-leafs',
  severity: 'warning',
  summary: 'Where leafs are to be MLAG pairs, every rack with servers has two.',
  why: 'A leaf alone has no peer: when it fails, so do the servers that the pair was meant to keep.',
  example: {
    wrong: `access: { leafPair: mlag }
racks:
  - name: r{1..2}
    leafs: 1
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
    right: `access: { leafPair: mlag }
racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message: ({ rack, others }) =>
    `Rack ${rack} has one leaf, and access.leafPair is mlag: there is nothing to pair${alike(others, 'rack')}`,
  hint: () => 'Write `leafs: 2` in the rack, or `fabric: { leafs: { perRack: 2 } }`.',
  check({ topology, racks }, report) {
    if (topology.data.access.leafPair !== 'mlag') return;
    const alone = racks
      .filter(({ leafCount, servers }) => leafCount === 1 && servers.length > 0)
      .map(({ name, section, span }) => ({
        rack: name,
        span: section.leafs === undefined ? span : spanOf(topology, section, 'leafs'),
      }));
    for (const { item, others } of gather(alone)) report({ ...item, others }, item.span);
  },
});
