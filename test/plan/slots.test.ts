import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SlotRequest, allocateSlots } from '../../src/plan/slots.ts';

const requests = fc.uniqueArray(
  fc.record({ key: fc.string({ minLength: 1, maxLength: 3 }), preferred: fc.option(fc.nat(30), { nil: undefined }) }),
  { selector: (request) => request.key, maxLength: 25 },
);

describe('allocateSlots', () => {
  it('never gives a slot twice, nor a reserved one', () => {
    fc.assert(
      fc.property(requests, fc.array(fc.nat(30)), fc.integer({ min: 1, max: 40 }), (wanted, reserved, capacity) => {
        const { slots, missing } = allocateSlots(capacity, wanted, new Map(), reserved);
        const given = [...slots.values()];
        expect(new Set(given).size).toBe(given.length);
        expect(given.some((slot) => reserved.includes(slot) || slot >= capacity)).toBe(false);
        expect(slots.size + missing.length).toBe(wanted.length);
      }),
    );
  });

  it('keeps what was given, whatever is added or taken away', () => {
    fc.assert(
      fc.property(requests, requests, (before, after) => {
        const first = allocateSlots(100, before, new Map()).slots;
        const second = allocateSlots(100, after, first).slots;
        for (const { key } of after) if (first.has(key)) expect(second.get(key)).toBe(first.get(key));
      }),
    );
  });

  it('says which keys found none only when all slots are taken', () => {
    const wanted: SlotRequest[] = ['a', 'b', 'c', 'd'].map((key) => ({ key }));
    expect(allocateSlots(3, wanted, new Map()).missing).toEqual(['d']);
    expect(allocateSlots(3, wanted, new Map(), [0]).missing).toEqual(['c', 'd']);
  });

  it('honours a limit that is below the capacity', () => {
    const { slots } = allocateSlots(10, [{ key: 'wide' }, { key: 'narrow', limit: 1 }], new Map());
    expect(Object.fromEntries(slots)).toEqual({ narrow: 0, wide: 1 });
  });

  it('lets two pins clash, for the rules to see', () => {
    const { slots } = allocateSlots(
      10,
      [
        { key: 'a', pinned: 4 },
        { key: 'b', pinned: 4 },
        { key: 'c', preferred: 4 },
      ],
      new Map(),
    );
    expect(Object.fromEntries(slots)).toEqual({ a: 4, b: 4, c: 0 });
  });
});
