import type { Rack } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { groupBy } from '../../fabric/group-by.ts';
import { defineRule } from '../rule.ts';

interface TooManyRacks {
  readonly group: string;
  readonly racks: number;
  readonly block: number;
}

export const rule = defineRule<TooManyRacks, 'fabric'>({
  stage: 'fabric',
  code: 'FAB039',
  name: 'zone-fits-its-block',
  severity: 'warning',
  summary: 'No zone has more racks than `addressing.racksPerZone` gives numbers to.',
  why: 'Racks beyond the block get numbers of other zones, so that their zone can no longer be read off an address.',
  example: {
    wrong: `zones: 2
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, racksPerZone: 2 }
racks:
  - { name: "z{zone}r{1..3}" }
`,
    right: `zones: 2
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, racksPerZone: 4 }
racks:
  - { name: "z{zone}r{1..3}" }
`,
  },
  message: ({ group, racks, block }) => `${group} has ${racks} racks, and its block has numbers for ${block}`,
  hint: () => 'Choose the size for the racks that are to come: a later change moves addresses.',
  check(fabric, report) {
    const { addressing } = fabric.topology.data;
    const block = addressing.racksPerZone;
    const byZone = fabric.zones.length > 1;
    if (block === undefined || (!byZone && fabric.pods.length < 2)) return;
    const groupOf = ({ zone, pod }: Rack) => (byZone ? `Zone ${zone.name}` : pod && `Pod ${pod.name}`);
    for (const [group, racks] of groupBy(fabric.racks, groupOf)) {
      if (racks.length <= block) continue;
      report({ group, racks: racks.length, block }, spanOf(fabric.topology, addressing, 'racksPerZone'));
    }
  },
});
