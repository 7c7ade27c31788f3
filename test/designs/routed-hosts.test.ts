import { describe, expect, it } from 'vitest';
import { lowerDevices } from '../../src/designs/lower.ts';
import type { BgpFamily, Device, Policies, ServerDevice, SwitchDevice } from '../../src/device/device.ts';
import { formatIp, formatPrefix } from '../../src/ip/index.ts';
import { designByName } from '../../src/pipeline/registries.ts';
import { checkText, errorsOf, exampleWith, subjectsOf, summary } from '../rules/check-text.ts';

const racks = `racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "proxy-{rack}-{1..2}", role: proxy, nics: { speed: 10G }, bond: routed }
  - name: r3
    leafs: 2
    servers:
      - { name: "db-{1..2}", role: db, nics: { speed: 10G }, bond: routed, mtu: 1500 }
      - { name: "web-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage], bond: active-backup }
`;

const fragment = (design: string, rest = ''): string => `design: ${design}
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
anycast: { vip: { addresses: [10.99.0.1, 10.99.0.2], roles: [proxy] } }
${racks}${rest}`;

function lower(text: string): Map<string, Device> {
  const topology = exampleWith(text);
  expect(errorsOf(checkText(topology)).map(summary)).toEqual([]);
  const { plan, fabric } = subjectsOf(topology).subjects!;
  return new Map(lowerDevices(plan, designByName.get(fabric.topology.data.design)!).map((one) => [one.name, one]));
}

function listOf({ prefixLists }: Policies, name: string): string[] | undefined {
  const list = prefixLists.find((one) => one.name === name);
  return list?.entries.map(({ prefix, le }) => `${formatPrefix(prefix)}${le === undefined ? '' : ` le ${le}`}`);
}

/** The prefixes that a session's own policy, or its group's, permits one way; none where it refuses all. */
function permitted(device: SwitchDevice, families: readonly BgpFamily[], way: 'importPolicy' | 'exportPolicy') {
  const policy = device.policies.policies.find(({ name }) => name === families[0]?.[way]);
  const step = policy?.steps.at(-1);
  return step?.action === 'permit' ? listOf(device.policies, step.matchPrefixList ?? '') : [];
}

const switchOf = (devices: ReadonlyMap<string, Device>, name: string) => devices.get(name) as SwitchDevice;
const serverOf = (devices: ReadonlyMap<string, Device>, name: string) => devices.get(name) as ServerDevice;

describe.each(['l3-ebgp', 'l3-ospf-ibgp'])('routed servers with the design %s', (design) => {
  const devices = lower(fragment(design, 'routing: { bgp: { authentication: { key: "env:KEY" } } }\n'));
  const leaf = switchOf(devices, 'r1-leaf1');
  const hosts = leaf.bgp!.groups.find(({ name }) => name === 'HOSTS')!;

  it('have a session with each leaf of their rack, of their own AS, without the fabric’s key', () => {
    const sessions = leaf.bgp!.neighbors.filter(({ group }) => group === 'HOSTS');
    expect(sessions.map(({ description, remoteAs }) => [description, remoteAs])).toEqual([
      ['proxy-r1-1', 4200999999],
      ['proxy-r1-2', 4200999999],
    ]);
    expect(hosts).toMatchObject({ type: 'external', bfd: true, extendedNextHop: true, allowOwnAs: 0 });
    expect(hosts.password).toBeUndefined();
    expect(leaf.bgp!.groups.find(({ name }) => name === 'SPINES')?.password).toBeDefined();
    const { bgp } = serverOf(devices, 'proxy-r1-1').routing!;
    expect(bgp.asn).toBe(4200999999);
    expect(bgp.neighbors.map(({ description, remoteAs }) => [description, remoteAs])).toEqual(
      ['r1-leaf1', 'r1-leaf2'].map((name) => [name, switchOf(devices, name).bgp!.asn]),
    );
  });

  it('are told a default route and nothing else, and are believed their own addresses alone', () => {
    expect(hosts.families).toMatchObject([{ family: 4, defaultOriginate: true, maximumPrefixes: 4 }]);
    expect(permitted(leaf, hosts.families, 'exportPolicy')).toEqual(['0.0.0.0/0']);
    expect(permitted(leaf, hosts.families, 'importPolicy')).toEqual([]);
    const own = ['10.252.0.12/32', '10.99.0.1/32', '10.99.0.2/32'];
    const session = leaf.bgp!.neighbors.find(({ description }) => description === 'proxy-r1-2')!;
    expect(permitted(leaf, session.families, 'importPolicy')).toEqual(own);
    const { bgp, policies } = serverOf(devices, 'proxy-r1-2').routing!;
    expect(bgp.networks.map(formatPrefix)).toEqual(own);
    expect(listOf(policies, 'OWN')).toEqual(own);
    expect(listOf(policies, 'DEFAULT')).toEqual(['0.0.0.0/0']);
  });

  it('are announced by their leafs: spines believe a rack its block and the services that it has', () => {
    const up = leaf.bgp!.groups.find(({ name }) => name === 'SPINES')!;
    const ofRack = ['10.252.0.0/24 le 32', '10.99.0.1/32', '10.99.0.2/32'];
    expect(permitted(leaf, up.families, 'exportPolicy')).toEqual(expect.arrayContaining(ofRack));
    expect(permitted(leaf, up.families, 'importPolicy')).toEqual(
      expect.arrayContaining(['10.252.0.0/16 le 32', '10.99.0.1/32', '10.99.0.2/32']),
    );
    const { policies } = switchOf(devices, 'spine1');
    expect(listOf(policies, 'RACK-r1')).toEqual(expect.arrayContaining(ofRack));
    expect(listOf(policies, 'RACK-r3')).toContain('10.252.2.0/24 le 32');
    expect(listOf(policies, 'RACK-r3')).not.toContain('10.99.0.1/32');
  });

  it('have routed ports without addresses at both ends, of one MTU, beside servers that have VLANs', () => {
    const ports = (name: string, far: string) =>
      devices.get(name)!.interfaces.filter((one) => one.kind === 'ethernet' && one.peer?.device === far);
    for (const [one, other, mtu] of [
      ['r1-leaf1', 'proxy-r1-1', 9000],
      ['proxy-r1-1', 'r1-leaf1', 9000],
      ['r3-leaf2', 'db-1', 1500],
      ['db-1', 'r3-leaf2', 1500],
    ] as const) {
      expect(ports(one, other)).toMatchObject([{ mtu, mode: { type: 'routed', addresses: [], linkLocal: true } }]);
    }
    expect(ports('r3-leaf1', 'web-1')).toMatchObject([{ mode: { type: 'bridged' } }]);
    const [loopback] = serverOf(devices, 'proxy-r1-1').interfaces;
    expect(loopback).toMatchObject({ kind: 'loopback' });
    expect(loopback?.kind === 'loopback' && loopback.addresses.map(({ ip }) => formatIp(ip))).toEqual([
      '10.252.0.11',
      '10.99.0.1',
      '10.99.0.2',
    ]);
  });

  it('ask for BFD that is not faster than a busy server can answer', () => {
    expect(leaf.bfd).toEqual({ interval: 100, multiplier: 3 });
    expect(serverOf(devices, 'db-1').routing?.bfd).toEqual({ interval: 300, multiplier: 3 });
  });
});

const upstream = (rest: string): string =>
  `upstreams: [{ name: isp, device: "r3-leaf1:8", asn: 64999, addresses: [192.0.2.1/31]${rest} }]\n`;

const toUpstream = (rest: string) => {
  const leaf = switchOf(lower(fragment('l3-ebgp', upstream(rest))), 'r3-leaf1');
  return { told: listOf(leaf.policies, 'EXPORT-isp'), aggregates: leaf.bgp!.aggregates.map(formatPrefix) };
};

describe('an upstream', () => {
  // What no rack has of a network's pool is discarded, whether the upstream is told of it or not.
  const discarded = ['10.20.0.0/16', '10.30.0.0/16'];

  it('is told the whole pool of routed servers, which reach it by their default route', () => {
    const pools = ['10.20.0.0/16', '10.252.0.0/16'];
    expect(toUpstream('')).toEqual({ told: pools, aggregates: [...pools, '10.30.0.0/16'] });
  });

  it('is told an anycast address where the file says so, and without an aggregate, so that it goes with its servers', () => {
    expect(toUpstream(', export: [vip]')).toEqual({ told: ['10.99.0.1/32', '10.99.0.2/32'], aggregates: discarded });
    const both = toUpstream(', export: [hostLoopbacks, vip, service]');
    expect(both.aggregates).toEqual(['10.20.0.0/16', '10.252.0.0/16', '10.30.0.0/16']);
    expect(both.told).toEqual(['10.20.0.0/16', '10.252.0.0/16', '10.99.0.1/32', '10.99.0.2/32']);
  });

  it('is told nothing by a name that nothing has', () => {
    const found = checkText(exampleWith(fragment('l3-ebgp', upstream(', export: [vpi]'))));
    expect(errorsOf(found).map(summary)).toEqual([expect.stringMatching(/FAB\d+ There is no network called vpi/)]);
    expect(errorsOf(found)[0]?.hint).toBe('Did you mean vip?');
  });
});

const paths = (text: string): boolean[] => switchOf(lower(text), 'spine1').bgp!.groups.map((one) => one.addPath);

describe('an anycast address', () => {
  it('is passed on with all its paths where one leaf a rack announces it by iBGP', () => {
    const single = fragment('l3-ospf-ibgp').replaceAll('leafs: 2', 'leafs: 1');
    const bonded = single.replace('bond: active-backup', 'bond: lacp');
    expect(paths(bonded)).toEqual([true]);
    expect(paths(bonded.replace('roles: [proxy]', 'roles: [db]'))).toEqual([false]);
  });

  it('counts in the limits of sessions, once a server where all paths are passed on', () => {
    const many = fragment('l3-ospf-ibgp').replace('proxy-{rack}-{1..2}', 'proxy-{rack}-{1..6}');
    const spine = switchOf(lower(many.replaceAll('10.99.0.2]', '10.99.0.2, 10.99.0.3]')), 'spine1');
    // Six proxies, each with a loopback and three addresses: 24 paths of a rack, doubled, to a power of two.
    expect(spine.bgp!.groups.map(({ families }) => families[0]?.maximumPrefixes)).toEqual([64]);
  });
});
