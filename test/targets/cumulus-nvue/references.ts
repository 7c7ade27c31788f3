import type { Words } from './documents.ts';

const namesIn = (words: Words | undefined): string[] => Object.keys(words ?? {});

const own = (words: Words | undefined, key: string): string | undefined => {
  const found = words?.[key] as unknown;
  return found === undefined ? undefined : String(found);
};

/** A place that names something, and what it names. */
interface Reference {
  readonly from: string;
  readonly kind: 'route-map' | 'prefix-list' | 'community-list' | 'peer-group' | 'vrf' | 'interface' | 'vlan';
  readonly name: string;
}

function ofInterface(name: string, one: Words): Reference[] {
  const port = one['bridge']?.['domain']?.['br_default'];
  const vlans = [...namesIn(port?.['vlan']), own(port, 'access'), own(port, 'untagged')];
  const isSvi = own(one, 'type') === 'svi';
  const found: [Reference['kind'], string | undefined][] = [
    ...namesIn(one['bond']?.['member']).map((member): [Reference['kind'], string] => ['interface', member]),
    ['interface', own(one, 'base-interface')],
    ['vrf', own(one['ip'], 'vrf')],
    ['vlan', isSvi ? own(one, 'vlan') : undefined],
    ...vlans.map((vlan): [Reference['kind'], string | undefined] => ['vlan', vlan]),
  ];
  return found.flatMap(([kind, to]) => (to === undefined || to === 'none' ? [] : { from: name, kind, name: to }));
}

function ofFamilies(from: string, peer: Words): Reference[] {
  return Object.values(peer['address-family'] ?? {}).flatMap((family) =>
    ['inbound', 'outbound'].flatMap((way) => {
      const name = own(family['policy']?.[way], 'route-map');
      return name === undefined ? [] : { from, kind: 'route-map' as const, name };
    }),
  );
}

/** What a VRF announces of its own, and takes over from others. */
function ofOwnFamilies(from: string, bgp: Words): Reference[] {
  return Object.values(bgp['address-family'] ?? {}).flatMap((family): Reference[] => {
    const taken = family['route-import']?.['from-vrf'];
    const maps = [own(taken, 'route-map'), own(family['redistribute']?.['connected'], 'route-map')];
    return [
      ...namesIn(taken?.['list']).map((name): Reference => ({ from, kind: 'vrf', name })),
      ...maps.flatMap((name): Reference[] => (name === undefined ? [] : [{ from, kind: 'route-map', name }])),
    ];
  });
}

/** References of BGP, whose peer groups are those of the VRF alone. */
function ofBgp(vrf: string, bgp: Words): Reference[] {
  const groups = Object.entries(bgp['peer-group'] ?? {}).flatMap(([name, group]) =>
    ofFamilies(`${vrf} ${name}`, group),
  );
  const neighbors = Object.entries(bgp['neighbor'] ?? {}).flatMap(([name, one]): Reference[] => [
    ...ofFamilies(`${vrf} ${name}`, one),
    { from: `${vrf} ${name}`, kind: 'peer-group', name: `${vrf} ${own(one, 'peer-group')}` },
    ...(own(one, 'type') === 'unnumbered' ? [{ from: vrf, kind: 'interface' as const, name }] : []),
  ]);
  return [...ofOwnFamilies(vrf, bgp), ...groups, ...neighbors];
}

function ofPolicies(policy: Words | undefined): Reference[] {
  return Object.entries(policy?.['route-map'] ?? {}).flatMap(([from, { rule }]) =>
    Object.values(rule ?? {}).flatMap(({ match }) =>
      (['prefix-list', 'community-list'] as const).flatMap((kind) => {
        const name = own(match, kind === 'prefix-list' ? 'ip-prefix-list' : kind);
        return name === undefined ? [] : { from, kind, name };
      }),
    ),
  );
}

/** What a document names and does not have. */
export function dangling(set: Words): string[] {
  const policy = set['router']?.['policy'];
  const relays = Object.entries(set['service']?.['dhcp-relay'] ?? {});
  const vrfs = Object.entries(set['vrf'] ?? {});
  const known: Readonly<Record<Reference['kind'], ReadonlySet<string>>> = {
    'route-map': new Set(namesIn(policy?.['route-map'])),
    'prefix-list': new Set(namesIn(policy?.['prefix-list'])),
    'community-list': new Set(namesIn(policy?.['community-list'])),
    'peer-group': new Set(
      vrfs.flatMap(([vrf, { router }]) => namesIn(router?.['bgp']?.['peer-group']).map((name) => `${vrf} ${name}`)),
    ),
    vrf: new Set(['mgmt', 'default', ...vrfs.flatMap(([vrf, words]) => ('table' in words ? vrf : []))]),
    interface: new Set(namesIn(set['interface'])),
    vlan: new Set(namesIn(set['bridge']?.['domain']?.['br_default']?.['vlan'])),
  };
  const references: Reference[] = [
    ...Object.entries(set['interface'] ?? {}).flatMap(([name, one]) => ofInterface(name, one)),
    ...vrfs.flatMap(([vrf, { router }]) => ofBgp(vrf, router?.['bgp'] ?? {})),
    ...vrfs.map(([name]): Reference => ({ from: 'vrf', kind: 'vrf', name })),
    ...ofPolicies(policy),
    ...relays.flatMap(([vrf, relay]): Reference[] => [
      { from: 'dhcp-relay', kind: 'vrf', name: vrf },
      ...namesIn(relay['interface']).map((name) => ({ from: 'dhcp-relay', kind: 'interface' as const, name })),
    ]),
    ...namesIn(set['mlag'] && { peerlink: set['mlag'] }).map((name) => ({
      from: 'mlag',
      kind: 'interface' as const,
      name,
    })),
  ];
  return references
    .filter(({ kind, name }) => !known[kind].has(name))
    .map(({ from, kind, name }) => `${from}: no ${kind} ${name}`);
}
