import { spanOf } from '../../topology/topology.ts';
import { rolesByZone } from '../roles-by-zone.ts';
import { defineRule } from '../rule.ts';
import { countOf } from '../words.ts';

const inZones = (second: number): string => `zones: 2
racks:
  - name: r1
    zone: 1
    servers: [{ name: "db-{1..2}", role: db, nics: { speed: 10G }, networks: [service, storage] }]
  - name: r2
    zone: ${second}
    servers: [{ name: "db-{3..4}", role: db, nics: { speed: 10G }, networks: [service, storage] }]
  - { name: r3, zone: ${3 - second} }
`;

export const rule = defineRule<{ readonly role: string; readonly servers: number; readonly zone: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB074',
  name: 'role-spans-zones',
  severity: 'warning',
  summary: 'Where there are several zones, several servers of one role are in more than one of them.',
  why: 'Zones are there to fail one at a time. A service whose servers are all in one goes down with it, however many they are.',
  source: 'OpenStack Swift documentation, "The Rings": replicas are placed as far apart as zones allow',
  example: { wrong: inZones(1), right: inZones(2) },
  message: ({ role, servers, zone }) => `All ${countOf(servers, 'server')} of role ${role} are in zone ${zone}`,
  hint: () => 'Give a rack of another zone some of them.',
  check(fabric, report) {
    for (const { role, servers, zones } of rolesByZone(fabric)) {
      if (servers.length < 2 || zones.length > 1) continue;
      const { group, rack } = servers[0]!;
      report({ role, servers: servers.length, zone: rack.zone.name }, spanOf(fabric.topology, group, 'role'), [
        { message: `the rack of the first, in zone ${rack.zone.name}`, span: rack.span },
      ]);
    }
  },
});
