import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { buildFabric } from '../../src/fabric/build.ts';
import { formatIp } from '../../src/ip/index.ts';
import { planFabric } from '../../src/plan/plan-fabric.ts';
import type { Allocations, Plan } from '../../src/plan/plan.ts';
import { readTopology } from '../../src/topology/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'heddle-stability-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Size of a random fabric. */
interface Shape {
  readonly zones: number;
  readonly racks: number;
  readonly spines: number;
  readonly leafs: number;
  readonly objects: number;
  readonly proxies: number;
  readonly networks: number;
}

function topologyText(shape: Shape): string {
  const names = ['management', 'service', 'storage'].slice(0, shape.networks);
  const networks = names.map(
    (name, index) => `  ${name}: { vlan: ${(index + 1) * 10}, pool: 10.${(index + 1) * 10}.0.0/16 }`,
  );
  const group = (name: string): string =>
    `      - { name: "${name}", role: node, nics: { speed: 25G }, bond: active-backup, networks: [${names.join(', ')}] }`;
  return [
    'name: random',
    'fabric:',
    '  asn: 65000',
    `  spines: { count: ${shape.spines}, platform: linux, os: frr, ports: [{ count: 64, speed: 100G }] }`,
    '  leafs: { platform: linux, os: frr, ports: [{ count: 48, speed: 25G, use: access }, { count: 12, speed: 100G, use: uplink }] }',
    'addressing: { loopbacks: 10.255.0.0/20, p2pLinks: 10.254.0.0/16, oob: 10.253.0.0/20 }',
    'networks:',
    ...networks,
    `zones: ${shape.zones}`,
    'racks:',
    `  - name: "z{zone}r{1..${shape.racks}}"`,
    `    leafs: ${shape.leafs}`,
    '    servers:',
    group(`object-{rack}-{01..${String(shape.objects).padStart(2, '0')}}`),
    group(`proxy-{rack}-{1..${shape.proxies}}`),
    '',
  ].join('\n');
}

function planOf(shape: Shape, previous?: Allocations): Plan {
  const file = join(folder, 'random.yaml');
  writeFileSync(file, topologyText(shape));
  const { topology, diagnostics } = readTopology(file);
  expect(diagnostics).toEqual([]);
  const fabric = buildFabric(topology!, previous);
  expect(fabric.defects).toEqual([]);
  const plan = planFabric(fabric);
  expect(plan.defects).toEqual([]);
  return plan;
}

const shapes = fc.record({
  zones: fc.integer({ min: 1, max: 4 }),
  racks: fc.integer({ min: 1, max: 4 }),
  spines: fc.integer({ min: 1, max: 6 }),
  leafs: fc.integer({ min: 1, max: 2 }),
  objects: fc.integer({ min: 1, max: 12 }),
  proxies: fc.integer({ min: 1, max: 4 }),
  networks: fc.integer({ min: 1, max: 3 }),
});

/** Allocations of one that the other has too, but different. */
function moved(before: Allocations, after: Allocations): string[] {
  return [...before].flatMap(([key, value]) => {
    const now = after.get(key);
    return now === undefined || now === value ? [] : [`${key}: ${value} → ${now}`];
  });
}

describe('planFabric', () => {
  it('gives no address, no /31 and no port twice', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const plan = planOf(shape);
        const addresses = plan.addresses.map((record) => formatIp(record.ip));
        expect(new Set(addresses).size).toBe(addresses.length);
        const links = [...plan.allocations].filter(([key]) => /^(p2p|backup)\//.test(key)).map(([, value]) => value);
        expect(new Set(links).size).toBe(links.length);
        const ports = [...plan.allocations]
          .filter(([key]) => key.startsWith('port/'))
          .map(([key, value]) => `${key.split('/')[2]}:${value}`);
        expect(new Set(ports).size).toBe(ports.length);
      }),
      { numRuns: 40 },
    );
  });

  it('moves nothing that is still there, whatever changes, when it is told the earlier allocations', () => {
    fc.assert(
      fc.property(shapes, fc.array(shapes, { minLength: 1, maxLength: 3 }), (first, edits) => {
        let before = planOf(first).allocations;
        for (const shape of edits) {
          const after = planOf({ ...shape, zones: Math.max(1, shape.zones) }, before).allocations;
          expect(moved(before, after)).toEqual([]);
          before = after;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('moves no address by construction when spines, racks or networks are added, even without them', () => {
    fc.assert(
      fc.property(shapes, fc.nat(2), fc.nat(2), fc.nat(2), (shape, spines, racks, networks) => {
        const grown = {
          ...shape,
          spines: shape.spines + spines,
          racks: shape.racks + racks,
          networks: Math.min(3, shape.networks + networks),
        };
        // Ports of spines follow the order of the leafs; only the earlier allocations can hold them.
        const changes = moved(planOf(shape).allocations, planOf(grown).allocations).filter(
          (change) => !change.startsWith('port/'),
        );
        expect(changes).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same plan for the same file', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        expect([...planOf(shape).allocations]).toEqual([...planOf(shape).allocations]);
      }),
      { numRuns: 10 },
    );
  });

  it('numbers racks so that zone and rack can be read off every address', () => {
    const plan = planOf({ zones: 3, racks: 2, spines: 2, leafs: 1, objects: 2, proxies: 1, networks: 2 });
    const pick = (...keys: string[]): (string | undefined)[] => keys.map((key) => plan.allocations.get(key));
    expect(pick('rack/z1r1', 'rack/z1r2', 'rack/z2r1', 'rack/z3r2')).toEqual(['0', '1', '32', '65']);
    expect(pick('subnet/management/z3r2', 'subnet/service/z3r2')).toEqual(['10.10.65.0/24', '10.20.65.0/24']);
    expect(pick('loopback/spine1', 'loopback/z1r1-leaf1', 'oob/z1r1-leaf1')).toEqual([
      '10.255.0.1',
      '10.255.4.1',
      '10.253.4.1',
    ]);
    expect(pick('p2p/z1r1-leaf1--spine2#1', 'p2p/z2r1-leaf1--spine1#1')).toEqual(['10.254.0.2/31', '10.254.8.0/31']);
    expect(pick('host/z1r1/object-z1r1-01', 'host/z1r1/proxy-z1r1-1')).toEqual(['11', '21']);
  });
});
