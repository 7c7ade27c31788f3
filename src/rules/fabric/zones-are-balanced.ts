import { spanOf } from '../../topology/topology.ts';
import { rolesByZone } from '../roles-by-zone.ts';
import { defineRule } from '../rule.ts';

const inZones = (third: string): string => `zones: 3
racks:
  - name: "z{zone}r1"
    servers: [{ name: "db-{rack}-{1..2}", role: db, nics: { speed: 10G }, networks: [service, storage] }]
  - name: z1r2
    zone: 1
    servers: [{ name: "db-{rack}-{1..2}", role: db, nics: { speed: 10G }, networks: [service, storage] }]
  - name: z2r2
    zone: 2
    servers: [{ name: "db-{rack}-{1..2}", role: db, nics: { speed: 10G }, networks: [service, storage] }]
${third}`;

interface Uneven {
  readonly role: string;
  readonly most: number;
  readonly in: string;
  readonly fewest: number;
  readonly other: string;
}

export const rule = defineRule<Uneven, 'fabric', 'ratio'>({
  stage: 'fabric',
  code: 'FAB076',
  name: 'zones-are-balanced',
  severity: 'info',
  summary: 'The zones that have servers of a role have about as many of them.',
  why: 'Each zone holds a replica of everything, or carries the same share of the load: the smallest is full first, and what the others have beyond it lies idle.',
  source: 'OpenStack Swift documentation, "The Rings": dispersion, and overload where zones differ in size',
  example: {
    wrong: inZones(''),
    right: inZones(
      '  - name: z3r2\n    zone: 3\n    servers: [{ name: "db-{rack}-{1..2}", role: db, nics: { speed: 10G }, networks: [service, storage] }]\n',
    ),
  },
  message: ({ role, most, in: zone, fewest, other }) =>
    `Zone ${zone} has ${most} servers of role ${role}, and zone ${other} has ${fewest}`,
  thresholds: {
    ratio: {
      default: 1.5,
      minimum: 1,
      maximum: 100,
      description: 'How many times as many servers of a role the largest zone may have as the smallest.',
    },
  },
  check(fabric, report, { ratio }) {
    for (const { role, servers, zones } of rolesByZone(fabric)) {
      const [largest, smallest] = [zones[0]!, zones.at(-1)!];
      const [most, fewest] = [largest.servers.length, smallest.servers.length];
      // Where one zone has half of them, that is said, and evens them out as well.
      if (most <= fewest * ratio || most * 2 >= servers.length) continue;
      report(
        { role, most, in: largest.zone.name, fewest, other: smallest.zone.name },
        spanOf(fabric.topology, smallest.servers[0]!.group, 'role'),
        [{ message: `the most are in zone ${largest.zone.name}`, span: largest.servers.at(-1)!.rack.span }],
      );
    }
  },
});
