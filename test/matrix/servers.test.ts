import { describe, expect, it } from 'vitest';
import { formatByName, targetByName } from '../../src/pipeline/registries.ts';
import type { Schema } from '../../src/topology/schema/common.ts';
import { topologySchema } from '../../src/topology/schema/schema.ts';
import { complaintsAbout } from './complaints.ts';
import { type TopologyData, compileData, onTarget, outcomeOf } from './derived-topology.ts';

const targets = [...targetByName.keys()].toSorted();
const formats = [...formatByName.keys()].toSorted();

interface Access {
  /** Leafs in a rack. */
  readonly leafs: 1 | 2;
  readonly servers: TopologyData;
  readonly access?: TopologyData;
  readonly design?: string;
  readonly refusals?: Readonly<Record<string, string>>;
}

const pairOfLeafs = 'OSPF on a VLAN with an MTU other than 9100; a gateway shared by two switches';
const trunk = 'spanning tree, which a VLAN between switches needs';
const noMlag = { frr: 'MLAG', junos: 'MLAG', sonic: `MLAG; ${pairOfLeafs}; ${trunk}` };

/** Ways to join servers to leafs, and the targets that cannot. */
const accesses: Readonly<Record<string, Access>> = {
  'lacp fast': { leafs: 1, servers: { bond: 'lacp', untagged: 'service' } },
  'lacp slow': { leafs: 1, servers: { bond: 'lacp', lacpRate: 'slow', nics: { count: 3, speed: '25G' } } },
  'lacp to an MLAG pair': {
    leafs: 2,
    servers: { bond: 'lacp', nics: { count: 4, speed: '25G' } },
    access: { leafPair: 'mlag' },
    refusals: noMlag,
  },
  'balance-xor': {
    leafs: 1,
    servers: { bond: 'balance-xor' },
    refusals: { sonic: 'a LAG without LACP' },
  },
  'active-backup': {
    leafs: 2,
    servers: { bond: 'active-backup', untagged: 'storage' },
    refusals: { sonic: `${pairOfLeafs}; ${trunk}` },
  },
  routed: {
    leafs: 2,
    // Without networks.
    servers: { bond: 'routed', networks: undefined },
    design: 'l3-ebgp',
    refusals: { junos: 'BGP sessions between link-local addresses (unnumbered)', sonic: trunk },
  },
  'none, tagged': { leafs: 1, servers: { bond: 'none', nics: { count: 1, speed: '25G' } } },
  'none, untagged': {
    leafs: 1,
    servers: { bond: 'none', nics: { count: 1, speed: '10G' }, networks: ['service'], untagged: 'service' },
  },
};

function topology({ leafs, servers, access, design }: Access, config: string): TopologyData {
  return {
    name: 'access',
    fabric: {
      asn: 65000,
      spines: { count: 2, platform: 'linux', os: 'frr' },
      leafs: { platform: 'linux', os: 'frr', interlink: { count: 2, speed: '100G' } },
    },
    addressing: {
      loopbacks: '10.255.0.0/24',
      p2pLinks: '10.254.0.0/22',
      oob: '10.253.0.0/24',
      ...(servers['bond'] === 'routed' ? { hostLoopbacks: '10.252.0.0/20' } : {}),
      oobGateway: '10.253.0.1',
    },
    networks: {
      service: { vlan: 20, pool: '10.20.0.0/16', defaultRoute: true },
      storage: { vlan: 30, pool: '10.30.0.0/16', mtu: 9000 },
    },
    racks: [
      {
        name: 'r{1..2}',
        leafs,
        servers: [
          {
            name: 'server-{rack}-{1..2}',
            role: 'server',
            nics: { count: 2, speed: '25G' },
            networks: ['service', 'storage'],
            config,
            ...servers,
          },
        ],
      },
    ],
    ...(access ? { access } : {}),
    ...(design === undefined ? {} : { design }),
  };
}

/** Values that the schema takes at a path. */
function choicesAt(path: readonly string[]): readonly string[] {
  const found = path.reduce<unknown>((at, key) => (at as Schema)[key], topologySchema);
  return (found as { readonly enum: readonly string[] }).enum;
}

const bonds = choicesAt('properties racks items properties servers items properties bond'.split(' '));
const possible = Object.entries(accesses).filter(([, { servers }]) => bonds.includes(servers['bond'] as string));

it('is tried with every way of bonding that the schema has', () => {
  expect(new Set(possible.map(([, { servers }]) => servers['bond']))).toEqual(new Set(bonds));
});

describe.each(possible)('servers joined by %s', (_, access) => {
  it.each(targets)('to switches with %s', (target) => {
    const compilation = compileData(onTarget(topology(access, 'netplan'), target));
    expect(outcomeOf(compilation)).toBe(access.refusals?.[target] ?? 'builds');
    if (access.refusals?.[target] === undefined) expect(complaintsAbout(compilation)).toEqual([]);
  });

  it.each(formats)('with %s', (format) => {
    const compilation = compileData(onTarget(topology(access, format), 'eos'));
    expect(outcomeOf(compilation)).toBe('builds');
    expect(complaintsAbout(compilation)).toEqual([]);
  });
});
