import fc from 'fast-check';

/** Servers of a rack: a pattern from one number to another. */
export interface Group {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly networks: readonly string[];
  /** Servers that are routers themselves, with loopbacks instead of networks. */
  readonly routed?: boolean;
}

export interface EditedRack {
  readonly name: string;
  readonly renamedFrom?: string;
  readonly zone: number;
  readonly leafs: 1 | 2;
  readonly groups: readonly Group[];
}

/** A fabric that edits work on; what is not here is the same in all. */
export interface EditedFabric {
  readonly spines: number;
  readonly platform: 'arista-7050sx3-48yc8' | 'nvidia-sn2410';
  readonly networks: readonly string[];
  readonly racks: readonly EditedRack[];
}

export const zones = 3;

/** An edit of the file, as a person would make it; several numbers choose where. */
export interface Edit {
  readonly kind:
    | 'add-rack'
    | 'remove-rack'
    | 'move-rack'
    | 'rename-rack'
    | 'second-leaf'
    | 'add-spine'
    | 'remove-spine'
    | 'grow-up'
    | 'grow-down'
    | 'shrink'
    | 'add-group'
    | 'remove-group'
    | 'swap-groups'
    | 'route-groups'
    | 'add-network'
    | 'remove-network'
    | 'move-networks'
    | 'platform';
  readonly at: number;
  readonly to: number;
}

const kinds: readonly Edit['kind'][] = [
  'add-rack',
  'remove-rack',
  'move-rack',
  'rename-rack',
  'second-leaf',
  'add-spine',
  'remove-spine',
  'grow-up',
  'grow-down',
  'shrink',
  'add-group',
  'remove-group',
  'swap-groups',
  'route-groups',
  'add-network',
  'remove-network',
  'move-networks',
  'platform',
];

export const edits: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat(100),
  to: fc.nat(100),
});

const group = fc.record({ from: fc.integer({ min: 3, max: 5 }), size: fc.integer({ min: 1, max: 4 }) });

export const fabrics: fc.Arbitrary<EditedFabric> = fc
  .record({
    spines: fc.integer({ min: 1, max: 4 }),
    racks: fc.array(fc.tuple(fc.integer({ min: 1, max: zones }), fc.boolean(), fc.array(group, { maxLength: 2 })), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ spines, racks }) => ({
    spines,
    platform: 'arista-7050sx3-48yc8',
    networks: ['service', 'storage'],
    racks: racks.map(([zone, dual, groups], index) => ({
      name: `r${index}`,
      zone,
      leafs: dual ? 2 : 1,
      groups: groups.map(({ from, size }, number) => ({
        name: `g${number}`,
        from,
        to: from + size - 1,
        routed: (from + size + number) % 3 === 0,
        networks: number === 0 ? ['service', 'storage'] : ['service'],
      })),
    })),
  }));

function replaceAt<Item>(items: readonly Item[], at: number, change: (item: Item) => Item): Item[] {
  return items.map((item, index) => (index === at % items.length ? change(item) : item));
}

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = [...items];
  const taken = rest.splice(from % items.length, 1);
  rest.splice(to % items.length, 0, ...taken);
  return rest;
}

/** The name for something new: one that was never used. */
let fresh = 0;
function freshName(prefix: string): string {
  fresh++;
  return `${prefix}x${fresh}`;
}

const grownGroups = (rack: EditedRack, change: (one: Group) => Group): EditedRack => ({
  ...rack,
  groups: rack.groups.map(change),
});

/** The fabric after an edit; the same where the edit makes no sense. */
export function applyEdit(fabric: EditedFabric, { kind, at, to }: Edit): EditedFabric {
  const { racks, networks } = fabric;
  const withRacks = (after: readonly EditedRack[]): EditedFabric => ({ ...fabric, racks: after });
  const changeRack = (change: (rack: EditedRack) => EditedRack): EditedFabric =>
    withRacks(replaceAt(racks, at, change));
  switch (kind) {
    case 'add-rack': {
      const added: EditedRack = { ...racks[at % racks.length]!, name: freshName('r'), zone: (to % zones) + 1 };
      const { renamedFrom: _, ...rack } = added;
      return racks.length < 8
        ? withRacks([...racks.slice(0, to % (racks.length + 1)), rack, ...racks.slice(to % (racks.length + 1))])
        : fabric;
    }
    case 'remove-rack':
      return racks.length > 1 ? withRacks(racks.filter((_, index) => index !== at % racks.length)) : fabric;
    case 'move-rack':
      return withRacks(moved(racks, at, to));
    case 'rename-rack':
      return changeRack((rack) => ({ ...rack, name: freshName('n'), renamedFrom: rack.name }));
    case 'second-leaf':
      return changeRack((rack) => ({ ...rack, leafs: 2 }));
    case 'add-spine':
      return { ...fabric, spines: Math.min(6, fabric.spines + 1) };
    case 'remove-spine':
      return { ...fabric, spines: Math.max(1, fabric.spines - 1) };
    case 'grow-up':
      return changeRack((rack) => grownGroups(rack, (one) => ({ ...one, to: Math.min(9, one.to + 1) })));
    case 'grow-down':
      return changeRack((rack) => grownGroups(rack, (one) => ({ ...one, from: Math.max(1, one.from - 1) })));
    case 'shrink':
      return changeRack((rack) => grownGroups(rack, (one) => ({ ...one, to: Math.max(one.from, one.to - 1) })));
    case 'add-group': {
      const added: Group = { name: freshName('g'), from: 1, to: 2, networks: ['service'] };
      return changeRack((rack) =>
        rack.groups.length < 4 ? { ...rack, groups: to % 2 ? [...rack.groups, added] : [added, ...rack.groups] } : rack,
      );
    }
    case 'remove-group':
      return changeRack((rack) => ({ ...rack, groups: rack.groups.slice(1) }));
    case 'swap-groups':
      return changeRack((rack) => ({ ...rack, groups: rack.groups.toReversed() }));
    case 'route-groups':
      return changeRack((rack) => grownGroups(rack, (one) => ({ ...one, routed: one.routed !== true })));
    case 'add-network':
      return networks.includes('backup')
        ? fabric
        : { ...fabric, networks: to % 2 ? [...networks, 'backup'] : ['backup', ...networks] };
    case 'remove-network':
      return { ...fabric, networks: networks.filter((name) => name !== 'backup') };
    case 'move-networks':
      return { ...fabric, networks: networks.toReversed() };
    case 'platform':
      return { ...fabric, platform: fabric.platform === 'nvidia-sn2410' ? 'arista-7050sx3-48yc8' : 'nvidia-sn2410' };
  }
}

const vlans: Readonly<Record<string, number>> = { service: 20, storage: 30, backup: 40 };

/** The topology file of a fabric. With MLAG it has two spines, whatever the edits say. */
export function fabricText({ spines, platform, networks, racks }: EditedFabric, design: string): string {
  const isMlag = design === 'mlag';
  const rackText = (rack: EditedRack): string => {
    const servers = rack.groups.map(({ name, from, to, networks: joined, routed }) => {
      const common = `name: "${name}-{rack}-{${from}..${to}}", role: node, nics: { speed: 25G }`;
      if (routed === true && !isMlag) return `{ ${common}, bond: routed }`;
      const all = [...joined, ...(networks.includes('backup') ? ['backup'] : [])].join(', ');
      return `{ ${common}, bond: ${rack.leafs === 2 && !isMlag ? 'active-backup' : 'lacp'}, networks: [${all}] }`;
    });
    const hint = rack.renamedFrom === undefined ? '' : `renamedFrom: ${rack.renamedFrom}, `;
    return `  - { name: ${rack.name}, ${hint}zone: ${rack.zone}, leafs: ${rack.leafs}, servers: [${servers.join(', ')}] }`;
  };
  return [
    'name: edited',
    `design: ${design}`,
    'fabric:',
    '  asn: 65000',
    `  spines: { count: ${isMlag ? 2 : spines}, platform: arista-7060cx2-32s, os: eos }`,
    `  leafs: { platform: ${platform}, os: frr, interlink: { count: 2 } }`,
    'addressing: { loopbacks: 10.255.0.0/22, p2pLinks: 10.254.0.0/20, oob: 10.253.0.0/22, hostLoopbacks: [10.252.0.0/18, "fd00:252::/64"] }',
    'networks:',
    ...networks.map((name) => `  ${name}: { vlan: ${vlans[name]}, pool: 10.${vlans[name]}.0.0/16 }`),
    `zones: ${zones}`,
    'racks:',
    ...racks.map(rackText),
    '',
  ].join('\n');
}
