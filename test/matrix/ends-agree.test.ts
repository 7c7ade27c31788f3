import { describe, expect, it } from 'vitest';
import { compiledTopology, topologies } from '../pipeline/compiled.ts';
import { bfdTimers } from './bfd-timers.ts';
import { complaintsAbout } from './complaints.ts';
import { compileBy } from './by-design.ts';
import { readFabric } from './rendered-fabric.ts';
import { sessionComplaints } from './session-ends.ts';

describe('both ends of every link and session, as rendered, agree', () => {
  it.each(topologies)('in %s', (name) => {
    expect(complaintsAbout(compiledTopology(name))).toEqual([]);
  });

  it.each([
    ['swift-5zone', 'mlag'],
    ['swift-5zone', 'l3-ebgp'],
    ['mixed-vendor', 'l3-ebgp'],
  ])('in %s by design %s', (name, design) => {
    expect(complaintsAbout(compileBy(name, design))).toEqual([]);
  });
});

describe('mixed-vendor', () => {
  const compilation = compiledTopology('mixed-vendor');
  const fabric = readFabric(compilation);

  it('has all systems and all formats', () => {
    const kinds = compilation.devices.map((one) => (one.kind === 'switch' ? one.os : one.format));
    expect([...new Set(kinds)].toSorted()).toEqual(
      'cumulus-nvue eos frr ifcfg ifupdown2 junos netplan networkd networkmanager nxos sonic'.split(' '),
    );
  });

  it('has an adjacency on every link between switches, and a session of every leaf with every spine', () => {
    const between = fabric.cables.filter(({ a, z }) => fabric.switches.has(a.device) && fabric.switches.has(z.device));
    expect(between).toHaveLength(12);
    for (const { a, z } of between) {
      for (const { device, port } of [a, z]) {
        expect(fabric.switches.get(device)?.reading.interfaces[port]?.ospf).toEqual({
          area: '0.0.0.0',
          passive: false,
          pointToPoint: true,
          cost: 4,
          hello: 10,
          dead: 40,
          bfd: true,
          authentication: 'md5 1',
        });
      }
    }
    expect(sessionComplaints(fabric)).toEqual({ complaints: [], sessions: 24, outside: [] });
  });

  it('has the same BFD timers in every system', () => {
    const files = [...compilation.artifacts()].filter(({ path }) => path.startsWith('switches/'));
    for (const { name } of fabric.switches.values()) {
      const text = files.flatMap(({ path, content }) => (path.startsWith(`switches/${name}/`) ? content : []));
      expect(bfdTimers(text.join('\n')), name).toEqual({ intervals: [100], multipliers: [3] });
    }
  });
});
