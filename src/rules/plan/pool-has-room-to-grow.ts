import type { Span } from '../../diagnostics/span.ts';
import type { AddressPurpose, Plan } from '../../plan/plan.ts';
import { type Prefix, formatPrefix, sizeOf, subnetCount } from '../../ip/index.ts';
import { defineRule } from '../rule.ts';

interface Tight {
  readonly pool: string;
  readonly prefix: string;
  readonly used: number;
  readonly room: number;
  readonly noun: string;
}

interface Use {
  readonly pool: string;
  readonly prefix: Prefix;
  readonly span: Span;
  readonly used: number;
  readonly room: number;
  readonly noun: 'addresses' | 'racks';
}

const purposes: readonly (readonly [pool: 'loopbacks' | 'p2pLinks' | 'oob', purpose: AddressPurpose])[] = [
  ['loopbacks', 'loopback'],
  ['p2pLinks', 'p2p-link'],
  ['oob', 'oob'],
];

/** How full each pool is: of addresses, or of subnets of racks. */
function usesOf({ fabric, addresses, subnets }: Plan): Use[] {
  const counts = new Map(purposes.map(([, purpose]) => [purpose, { 4: 0, 6: 0 }]));
  for (const { purpose, ip } of addresses) {
    const count = counts.get(purpose);
    if (count) count[ip.family]++;
  }
  const ofDevices = purposes.flatMap(([name, purpose]) =>
    fabric.pools[name].map(({ prefix, span }): Use => {
      const used = counts.get(purpose)![prefix.base.family];
      return { pool: `addressing.${name}`, prefix, span, used, room: Number(sizeOf(prefix)), noun: 'addresses' };
    }),
  );
  if (fabric.traits.subnets === 'fabric') return ofDevices;
  const racks = new Map<string, number>();
  for (const { network, prefix } of [...subnets.values()].flat()) {
    const key = `${network.name} ${prefix.base.family}`;
    racks.set(key, (racks.get(key) ?? 0) + 1);
  }
  const ofNetworks = fabric.networks.flatMap(({ name, pools }) =>
    pools.map(({ prefix, perRack, span }): Use => {
      const used = racks.get(`${name} ${prefix.base.family}`) ?? 0;
      return { pool: `networks.${name}.pool`, prefix, span, used, room: subnetCount(prefix, perRack), noun: 'racks' };
    }),
  );
  return [...ofDevices, ...ofNetworks];
}

const services = (pool: string): string => `networks:
  service: { vlan: 20, pool: ${pool}, perRack: 24, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
racks:
  - name: r{1..4}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`;

export const rule = defineRule<Tight, 'plan', 'share'>({
  stage: 'plan',
  code: 'PLAN007',
  name: 'pool-has-room-to-grow',
  severity: 'info',
  summary: 'No pool is nearly full.',
  why: 'The next racks need addresses from it. A larger pool in its place moves every address of the network; one chosen while there is room moves none.',
  source: 'RFC 3194 (the pain of a network grows with the share of addresses in use)',
  example: { wrong: services('10.20.0.0/22'), right: services('10.20.0.0/20') },
  message: ({ pool, prefix, used, room, noun }) =>
    `${pool} ${prefix} has room for ${room} ${noun}, and ${used} are in use`,
  hint: () => 'Choose a larger pool before the fabric is built, if it is to grow.',
  thresholds: {
    share: {
      default: 0.9,
      minimum: 0.01,
      maximum: 1,
      description: 'Share of a pool that may be in use.',
    },
  },
  check(plan, report, { share }) {
    // A pool that is full is an error of its own.
    const full = new Set(plan.defects.flatMap((defect) => (defect.kind === 'pool-exhausted' ? [defect.span] : [])));
    for (const { pool, prefix, span, used, room, noun } of usesOf(plan)) {
      if (used <= room * share || [...full].some(({ start, file }) => start === span.start && file === span.file))
        continue;
      report({ pool, prefix: formatPrefix(prefix), used, room, noun }, span);
    }
  },
});
