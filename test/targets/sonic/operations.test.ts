import { describe, expect, it } from 'vitest';
import { operations } from '../../../src/targets/sonic/operations.ts';
import { sonicDevices } from './devices.ts';
import { filesOf } from './parts.ts';

describe('the commands for a switch with SONiC', () => {
  it('drain it by the lines that maintenance puts into frr.conf', () => {
    for (const device of Object.values(sonicDevices)) {
      const [up, down] = [false, true].map((maintenance) =>
        filesOf({ ...device, maintenance })['frr.conf']!.split('\n'),
      );
      const before = new Set(up);
      const more = down!.filter((line) => !before.has(line));
      const heads = ['router bgp', 'router ospf'];
      const drains = operations.drain(device).filter((line) => !heads.some((head) => line.startsWith(head)));
      expect(drains.toSorted()).toEqual([...new Set(more)].toSorted());
      expect(drains.length).toBeGreaterThan(0);
    }
  });

  it('undrain it by taking the same lines back', () => {
    for (const device of Object.values(sonicDevices)) {
      const drains = operations.drain(device).filter((line) => line.startsWith(' '));
      const undrains = operations.undrain(device).filter((line) => line.startsWith(' '));
      expect(undrains.toSorted()).toEqual(drains.map((line) => ` no ${line.trim()}`).toSorted());
    }
  });

  it('load what was built, by the script that comes with it', () => {
    expect(operations.load('leaf1')).toEqual(['sudo sh setup.sh']);
  });

  it('show what was expected, and nothing else', () => {
    expect(operations.verify({})).toEqual([]);
    expect(operations.verify({ ospf: 2, bgp: 1 }).map(({ expect: shown }) => shown)).toEqual([
      '2 neighbours Full',
      '1 neighbour',
    ]);
    expect(operations.verifyDrained().length).toBeGreaterThan(0);
  });
});
