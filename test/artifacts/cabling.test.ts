import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cableArtifacts } from '../../src/artifacts/cabling/cable-artifacts.ts';
import { layOutFloor } from '../../src/artifacts/cabling/floor.ts';
import { lengthsOf, stockLength } from '../../src/artifacts/cabling/length.ts';
import { chooseMedium } from '../../src/artifacts/cabling/medium.ts';
import type { Fabric } from '../../src/fabric/fabric.ts';
import { Hall } from './hall.ts';

const metresOf = (fabric: Fabric): number[] => fabric.links.map((link) => lengthsOf(fabric)(link).metres);

describe('lengths', () => {
  it('are 1 to 3 m from a server to the leaf at the top of its rack', () => {
    const hall = new Hall();
    const rack = hall.rack('r1');
    hall.switch('leaf', { rack, unit: 42 });
    for (let unit = 1; unit < 42; unit++) hall.link(hall.server(`s${unit}`, rack, unit), 'leaf');
    const metres = metresOf(hall.build());
    expect(new Set(metres)).toEqual(new Set([3, 2, 1]));
    expect(metres).toEqual([...metres].sort((a, b) => b - a));
    // Unit 1: 41 units of 44.45 mm are 1.82 m, and 0.3 m sideways at both ends.
    expect(metres[0]).toBe(3);
    expect(metres.at(-1)).toBe(1);
  });

  it('go over the tray between racks', () => {
    const hall = new Hall();
    const near = hall.rack('near');
    const far = hall.rack('far', '2');
    hall.switch('spine1');
    hall.link(hall.switch('top', { rack: near, unit: 42 }), 'spine1');
    hall.link(hall.switch('bottom', { rack: near, unit: 1 }), 'spine1');
    hall.link('bottom', hall.switch('other', { rack: far, unit: 1 }));
    // To a spine: its rise 21 * 0.04445 + 0.5 m, a row of 2.14 m, 0.6 m sideways, and the rise of the leaf.
    expect(21 * 0.04445 + 0.5 + 2.14 + 0.6 + 0.5).toBeCloseTo(4.67);
    expect(21 * 0.04445 + 0.5 + 2.14 + 0.6 + 41 * 0.04445 + 0.5).toBeCloseTo(6.5);
    // From the row on one side of the network row to that on the other.
    expect(2 * (41 * 0.04445 + 0.5) + 2 * 2.14 + 0.6).toBeCloseTo(9.52);
    expect(metresOf(hall.build())).toEqual([5, 7, 10]);
  });

  it('are those that the user measured', () => {
    const hall = new Hall();
    hall.switch('spine1');
    hall.link(hall.switch('leaf', { rack: hall.rack('r1'), unit: 42 }), 'spine1', 100, { length: 4.25 });
    const fabric = hall.build();
    expect(lengthsOf(fabric)(fabric.links[0]!)).toEqual({ metres: 4.25, basis: 'measured' });
  });

  it('are rounded up to what is sold', () => {
    expect([0, 0.5, 0.51, 2.9, 3, 3.01, 99, 100, 100.1, 151].map(stockLength)).toEqual([
      0.5, 0.5, 1, 3, 3, 5, 100, 100, 150, 200,
    ]);
    assert(
      property(double({ min: 0, max: 1e5, noNaN: true }), (run) => {
        expect(stockLength(run)).toBeGreaterThanOrEqual(run);
      }),
    );
  });
});

/** Places in a hall of three zones, and in one where some were added at the ends. */
function positions(more: boolean): Map<string, unknown> {
  const hall = new Hall();
  const nodes: string[] = [];
  const add = (rack: string, zone: string) =>
    nodes.push(hall.switch(`leaf-${rack}`, { rack: hall.rack(rack, zone), unit: 42 }));
  for (const zone of ['1', '2', '3']) for (const number of ['a', 'b', 'c']) add(`${zone}${number}`, zone);
  if (more) add('3d', '3');
  if (more) add('4a', '4');
  for (const name of ['spine1', 'spine2', ...(more ? ['spine3'] : [])]) nodes.push(hall.switch(name));
  const fabric = hall.build();
  const floor = layOutFloor(fabric);
  return new Map(nodes.map((name) => [name, floor.placeOf(fabric.graph.getNodeAttributes(name))]));
}

describe('layOutFloor', () => {
  it('moves no rack and no spine when a zone, a rack at the end of the last zone or a spine is added', () => {
    const after = positions(true);
    for (const [name, place] of positions(false)) expect(after.get(name), name).toEqual(place);
  });

  it('gives no two racks the same place, and no row more than 20 racks', () => {
    const hall = new Hall();
    for (let index = 0; index < 150; index++) {
      hall.switch(`leaf${index}`, { rack: hall.rack(`r${index}`, String(index % 4)), unit: 1 });
      hall.switch(`spine${index}`);
    }
    const fabric = hall.build();
    const floor = layOutFloor(fabric);
    const places = new Map(
      fabric.switches.map((node) => {
        const { rack, along, across } = floor.placeOf(node);
        return [rack, `${along.toFixed(2)} ${across.toFixed(2)}`];
      }),
    );
    expect(places.size).toBe(150 + 8);
    expect(new Set(places.values()).size).toBe(places.size);
    const rows = new Map<string, number>();
    for (const place of places.values()) {
      const row = place.split(' ')[1] ?? '';
      rows.set(row, (rows.get(row) ?? 0) + 1);
    }
    expect(Math.max(...rows.values())).toBe(20);
  });

  it('puts a spine into the rack that its place names', () => {
    const hall = new Hall();
    const rack = hall.rack('r1');
    hall.switch('spine1', { place: 'r1', unit: 40 });
    hall.switch('spine2', { place: 'row 7' });
    hall.link(hall.switch('leaf', { rack, unit: 42 }), 'spine1');
    hall.link('leaf', 'spine2');
    expect(metresOf(hall.build())).toEqual([1, 5]);
  });
});

const media = (speed: 25 | 100 | 400) =>
  [1, 2, 3, 5, 30, 50, 100, 150].map((metres) => chooseMedium(speed, metres, ['qsfp28']));

describe('chooseMedium', () => {
  it('takes the cheapest that reaches', () => {
    const beyond = ['active-optical', 'active-optical', 'multimode', 'multimode', 'single-mode'];
    expect(media(25)).toEqual(['copper-dac', 'copper-dac', 'copper-dac', ...beyond]);
    expect(media(100)).toEqual(media(25));
    expect(media(400)).toEqual(['copper-dac', 'copper-dac', 'active-optical', ...beyond]);
  });

  it('follows the connector, and the speed that only servers of old have', () => {
    expect(chooseMedium(10, 20, ['rj45'])).toBe('twisted-pair');
    expect(chooseMedium(1, 2, ['sfp28'])).toBe('twisted-pair');
    expect(chooseMedium(1, 150, ['sfp28'])).toBe('multimode');
    expect(chooseMedium(10, 5, ['sfp28'])).toBe('copper-dac');
    expect(chooseMedium(10, 300, [])).toBe('multimode');
  });
});

const spell = (device: string, one: unknown) => `${device} port ${JSON.stringify(one)}`.replaceAll('"', '');

describe('cableArtifacts', () => {
  it('lists each cable once, ends as their devices spell them, with the basis of its length', () => {
    const hall = new Hall();
    const rack = hall.rack('z1r1');
    hall.switch('spine1', { place: 'row A, rack "3"' });
    hall.switch('leaf1', { rack, unit: 42 });
    hall.port('leaf1', '1', 'sfp28');
    hall.port('spine1', '1', 'qsfp28', { channels: 4, speed: 25 });
    hall.link(hall.server('web1', rack, 1), 'leaf1', 25);
    hall.link('leaf1', 'spine1', 25, { length: 40 });
    const [file, ...others] = [...cableArtifacts(hall.build(), spell)];
    expect(others).toEqual([]);
    expect(file?.path).toBe('cabling/cables.csv');
    expect(file?.content).toBe(
      [
        'cable,a_rack,a_unit,a_device,a_port,z_rack,z_unit,z_device,z_port,speed_gbps,breakout,medium,length_m,basis',
        'web1--leaf1#1,z1r1,1,web1,web1 port {port:1},z1r1,42,leaf1,leaf1 port {port:1},25,,copper-dac,3,estimated',
        'leaf1--spine1#1,z1r1,42,leaf1,leaf1 port {port:1},"row A, rack ""3""",,spine1,spine1 port {port:1},25,Z 4x25G,multimode,40,measured',
        '',
      ].join('\n'),
    );
  });
});
