import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labCables } from '../../../src/lab/network/cables.ts';
import { linuxDevices } from '../../../src/lab/network/linux-devices.ts';
import { linkPairs } from '../../../src/lab/network/links.ts';
import { predict } from '../../../src/lab/state/predict.ts';
import { serverPairs } from '../../../src/lab/test/server-pairs.ts';
import { readStanzas } from '../../../src/lab/network/stanzas.ts';
import { compile } from '../../../src/pipeline/compile.ts';
import { renderArtifacts } from '../../../src/pipeline/render-artifacts.ts';

function labOf(topology: string) {
  const file = join(import.meta.dirname, '..', '..', '..', 'topologies', topology);
  const options = { environment: {}, redact: true };
  const { devices: compiled, plan } = compile(file, options);
  const { devices, notes } = linuxDevices(compiled);
  const stanzas = new Map(
    [...renderArtifacts(plan!, devices, options)].flatMap(({ path, content }) => {
      const [, device] = /([^/]+)\/interfaces$/.exec(path) ?? [];
      return device === undefined ? [] : [[device, readStanzas(content)] as const];
    }),
  );
  const cables = labCables(devices);
  return { devices, plan: plan!, notes, cables, pairs: linkPairs(cables, stanzas) };
}

describe('a fabric of six vendors as Linux machines', () => {
  const { devices, notes, cables, pairs } = labOf('mixed-vendor.yaml');

  it('has one target and one format, and says in place of which', () => {
    expect(new Set(devices.map((one) => (one.kind === 'switch' ? one.os : one.format)))).toEqual(
      new Set(['frr', 'ifupdown2']),
    );
    expect(notes).toEqual([expect.stringMatching(/in place of .*cumulus-nvue, eos, .*nxos, sonic$/)]);
    for (const { interfaces } of devices)
      for (const one of interfaces)
        if (one.kind === 'ethernet' && one.peer) expect(['frr', 'ifupdown2']).toContain(one.peer.target);
  });

  it('has one cable for each bond of two, and every cable between switches', () => {
    expect(cables.unwired.size).toBe(24);
    const between = cables.wired.filter(([a, z]) => !`${a.link} ${z.link}`.includes('bond'));
    expect(between).toHaveLength(12);
    expect(cables.wired).toHaveLength(24);
  });

  it('joins a bond with the LAG at its far end, and VLANs of the same number', () => {
    const bonds = pairs.filter(({ a, z }) => [a, z].some(({ link }) => link.carrier === 'bond0'));
    for (const { a, z } of bonds) {
      const [server, leaf] = a.link.carrier === 'bond0' ? [a, z] : [z, a];
      expect(leaf.link.carrier).toMatch(/^po\d+$/);
      expect(leaf.link.vlan).toBe(server.link.vlan);
      expect([server.link.name, leaf.link.name]).toEqual(
        server.link.vlan === undefined
          ? ['bond0', leaf.link.carrier]
          : [`vlan${server.link.vlan}`, `${leaf.link.carrier}.${server.link.vlan}`],
      );
    }
    expect(bonds.filter(({ a }) => a.link.vlan !== undefined)).toHaveLength(20);
  });

  it('is predicted by Linux names', () => {
    const { routers } = predict(devices, { cables: cables.unwired });
    for (const { interfaces, routes } of routers.values()) {
      for (const hops of routes.values())
        for (const hop of hops) expect([...interfaces.keys()]).toContain(hop.split(' ')[0]);
      for (const name of interfaces.keys()) expect(name).toMatch(/^(lo|swp\d+(s\d)?|vlan\d+|po\d+)$/);
    }
  });
});

describe('pairs of servers', () => {
  const { plan, devices } = labOf('swift-5zone.yaml');

  it('are all within a network, in both directions', () => {
    const { plan: small, devices: few } = labOf('two-rack.yaml');
    const pairs = serverPairs(small, few, 400);
    expect(new Set(pairs.map(({ from, to }) => `${from} ${to}`)).size).toBe(12);
    expect(pairs.every(({ mtu }) => mtu === 1500)).toBe(true);
  });

  it('are fewer above a size, with every server and different distances', () => {
    const pairs = serverPairs(plan, devices, 3000);
    expect(pairs.length).toBeGreaterThan(2700);
    expect(pairs.length).toBeLessThan(3300);
    expect(new Set(pairs.map(({ from }) => from)).size).toBe(480);
    expect(
      new Set(pairs.filter(({ racks: [a, z] }) => a !== z).map(({ racks }) => racks.join(' '))).size,
    ).toBeGreaterThanOrEqual(40);
    expect(new Set(pairs.map(({ mtu }) => mtu))).toEqual(new Set([1500, 9000]));
  });

  it('have at least a few for a small number', () => {
    expect(serverPairs(plan, devices, 400).length).toBe(2880);
  });
});
