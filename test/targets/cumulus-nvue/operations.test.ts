import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { operations } from '../../../src/targets/cumulus-nvue/operations.ts';
import { pathsOf, setOf } from './documents.ts';
import { switches } from './fixtures.ts';

/** Settings that draining makes: paths of the one document that the other does not have, and nothing stands below. */
function difference(one: SwitchDevice, other: SwitchDevice): string[] {
  const had = new Set(pathsOf(setOf(other)));
  const made = pathsOf(setOf(one)).filter((path) => !had.has(path));
  return made
    .filter((path) => !made.some((longer) => longer.startsWith(`${path}/`)))
    .map((path) => path.slice(1).replaceAll('/', ' '));
}

describe('commands for a person', () => {
  it.each(['spine', 'ebgpLeaf', 'mlagCore'])('drain %s as maintenance does, and undo it', (name) => {
    const device = switches[name]!;
    const changed = difference({ ...device, maintenance: true }, device);
    const set = operations.drain(device).filter((line) => line.startsWith('nv set '));
    expect(set.map((line) => line.replace(/^nv set (.*) on$/, '$1')).toSorted()).toEqual(changed.toSorted());
    const unset = operations.undrain(device).filter((line) => line.startsWith('nv unset '));
    expect(unset.map((line) => line.replace('nv unset ', '')).toSorted()).toEqual(changed.toSorted());
  });

  it('apply what they set, and only where there is something', () => {
    expect(operations.drain(switches['spine']!)).toEqual([
      'nv set router bgp graceful-shutdown on',
      'nv set vrf default router ospf max-metric administrative on',
      'nv config apply -y',
      'nv config save',
    ]);
    expect(operations.drain(switches['mlagCore']!)).toEqual([]);
    expect(operations.undrain(switches['mlagCore']!)).toEqual([]);
  });

  it('look at what is asked for, and at nothing else', () => {
    expect(operations.verify({})).toEqual([]);
    const route = { prefix: '10.10.0.0/24', nextHops: 2 };
    expect(operations.verify({ cables: 1, ospf: 2, bgp: 3, route }).map(({ expect: seen }) => seen)).toEqual([
      '1 port with a switch, as in the cable plan',
      '2 neighbours Full',
      '3 neighbours',
      '2 next hops',
    ]);
  });
});
