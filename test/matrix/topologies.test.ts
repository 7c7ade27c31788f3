import { describe, expect, it } from 'vitest';
import { designByName, targetByName } from '../../src/pipeline/registries.ts';
import { topologies } from '../pipeline/compiled.ts';
import { complaintsAbout } from './complaints.ts';
import { type TopologyData, compileData, onTarget, outcomeOf, readTopologyData } from './derived-topology.ts';

const targets = [...targetByName.keys()].toSorted();

/** What a target cannot do of a topology, which is refused for that; all others build. */
type Refusals = Readonly<Record<string, Readonly<Record<string, string>>>>;

const bridgedPair = 'a gateway shared by two switches; spanning tree, which a VLAN between switches needs';

const noMlag = {
  frr: 'MLAG',
  junos: 'MLAG',
  sonic: `MLAG; OSPF on a VLAN with an MTU other than 9100; ${bridgedPair}`,
};

const topologyRefusals: Refusals = {
  border: {},
  'dual-leaf': { sonic: `OSPF on a VLAN with an MTU other than 9100; ${bridgedPair}` },
  'dual-stack': { 'cumulus-nvue': 'OSPF for IPv6 (version 3)', sonic: 'OSPF for IPv6 (version 3)' },
  'ebgp-unnumbered': { junos: 'BGP sessions between link-local addresses (unnumbered)' },
  'five-stage': {},
  'mixed-vendor': {},
  'mlag-leafs': noMlag,
  'routed-hosts': {
    junos: 'BGP sessions between link-local addresses (unnumbered)',
    sonic: 'spanning tree, which a VLAN between switches needs',
  },
  'swift-5zone': {},
  tenants: { junos: 'VLANs on routed ports; routes taken over from another VRF' },
  'two-rack': {},
};

const designRefusals: Refusals = {
  'l3-ebgp': {},
  'l3-ospf-ibgp': {},
  mlag: { frr: 'MLAG', junos: 'MLAG', sonic: `MLAG; ${bridgedPair}` },
};

/** swift-5zone with a rack a zone, so that every target has switches with enough ports for two cores. */
function smallSwift(): TopologyData {
  const data = readTopologyData('swift-5zone');
  const [rack] = data['racks'] as readonly { readonly servers: readonly unknown[] }[];
  return { ...data, racks: [{ ...rack, name: 'z{zone}r1', servers: rack!.servers.slice(1) }] };
}

function expectOutcome(data: TopologyData, target: string, refusals: Refusals[string], design?: string): void {
  const compilation = compileData(onTarget(data, target), design);
  expect(outcomeOf(compilation)).toBe(refusals[target] ?? 'builds');
  if (refusals[target] !== undefined) {
    expect([...compilation.artifacts()]).toEqual([]);
    return;
  }
  // The ends of so many servers are compared once, in ends-agree.test.ts.
  if (compilation.devices.length < 100) expect(complaintsAbout(compilation)).toEqual([]);
}

const pairs = (names: readonly string[]) => names.flatMap((name) => targets.map((target) => [name, target] as const));

describe('topologies with all switches of one system', () => {
  it('are all in the table', () => {
    expect(Object.keys(topologyRefusals).toSorted()).toEqual(topologies);
  });

  it.each(pairs(Object.keys(topologyRefusals)))('%s with %s', (name, target) => {
    expectOutcome(readTopologyData(name), target, topologyRefusals[name]!);
  });
});

describe('designs', () => {
  it('are all in the table', () => {
    expect(Object.keys(designRefusals)).toEqual([...designByName.keys()].toSorted());
  });

  it.each(pairs(Object.keys(designRefusals)))('%s of swift-5zone, with %s', (design, target) => {
    expectOutcome(smallSwift(), target, designRefusals[design]!, design);
  });
});

describe('leafs of six systems', () => {
  const cases = ['l3-ospf-ibgp', 'l3-ebgp'].flatMap((design) => targets.map((target) => [target, design] as const));

  it.each(cases)('below spines with %s, by %s', (target, design) => {
    const compilation = compileData(onTarget(readTopologyData('mixed-vendor'), target, 'spines'), design);
    expect(outcomeOf(compilation)).toBe('builds');
    const systems = compilation.devices.flatMap((one) => (one.kind === 'switch' && one.role === 'leaf' ? one.os : []));
    expect(systems.toSorted()).toEqual(targets);
    expect(complaintsAbout(compilation)).toEqual([]);
  });
});
