import { spanOf } from '../../topology/topology.ts';
import { rolesByZone } from '../roles-by-zone.ts';
import { defineRule } from '../rule.ts';

/** Fewest servers of a role that can lose one and still have a majority: three (etcd FAQ, failure tolerance). */
const smallestQuorum = 3;

const inZones = (third: number): string => `zones: 3
racks:
  - name: r1
    zone: 1
    servers: [{ name: db-1, role: db, nics: { speed: 10G }, networks: [service, storage] }]
  - name: r2
    zone: 2
    servers: [{ name: db-2, role: db, nics: { speed: 10G }, networks: [service, storage] }]
  - name: r3
    zone: ${third}
    servers: [{ name: db-3, role: db, nics: { speed: 10G }, networks: [service, storage] }]
  - { name: r4, zone: 3 }
`;

interface Lost {
  readonly role: string;
  readonly zone: string;
  readonly held: number;
  readonly all: number;
}

export const rule = defineRule<Lost, 'fabric'>({
  stage: 'fabric',
  code: 'FAB075',
  name: 'majority-survives-a-zone',
  severity: 'warning',
  summary: 'Where there are three zones or more, the loss of any leaves more than half of the servers of each role.',
  why: 'What agrees by majority (etcd, Ceph monitors, writes to three replicas in Swift) stops when half of its members are gone, though the other zones still run.',
  source: 'etcd FAQ, "What is failure tolerance?"; Ceph documentation, "Monitor Config Reference", monitor quorum',
  example: { wrong: inZones(2), right: inZones(3) },
  message: ({ role, zone, held, all }) =>
    `Zone ${zone} has ${held} of the ${all} servers of role ${role}: without it there is no majority`,
  hint: () => 'Spread them, so that no zone has half of them.',
  check(fabric, report) {
    if (fabric.zones.length < 3) return;
    for (const { role, servers, zones } of rolesByZone(fabric)) {
      const [largest] = zones;
      // That all are in one zone is another rule's to say.
      if (!largest || zones.length < 2 || servers.length < smallestQuorum) continue;
      if (largest.servers.length * 2 < servers.length) continue;
      const last = largest.servers.at(-1)!;
      report(
        { role, zone: largest.zone.name, held: largest.servers.length, all: servers.length },
        spanOf(fabric.topology, last.group, 'role'),
        [{ message: `a rack of zone ${largest.zone.name} that holds some`, span: last.rack.span }],
      );
    }
  },
});
