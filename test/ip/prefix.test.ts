import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Prefix,
  contains,
  formatIp,
  formatPrefix,
  lastOf,
  networkOf,
  overlaps,
  parseIp,
  parsePrefix,
  subnetAt,
  subnetCount,
} from '../../src/ip/index.ts';

const prefixes = fc
  .tuple(fc.constantFrom(4 as const, 6 as const), fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), fc.nat(128))
  .map(([family, bits, length]): Prefix => {
    const width = family === 4 ? 32 : 128;
    const value = bits & ((1n << BigInt(width)) - 1n);
    const short = length % (width + 1);
    return { base: networkOf({ family, value }, short), length: short };
  });

describe('addresses and prefixes', () => {
  it('are read back as they are written', () => {
    fc.assert(
      fc.property(prefixes, (prefix) => {
        expect(parsePrefix(formatPrefix(prefix))).toEqual(prefix);
        expect(parseIp(formatIp(lastOf(prefix)))).toEqual(lastOf(prefix));
      }),
    );
  });

  it.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
  ])('%s is %s', (text, canonical) => {
    const prefix = parsePrefix(text);
    expect('fault' in prefix ? prefix : formatPrefix(prefix)).toBe(canonical);
  });

  it.each([
    '10.0.0.0',
    '10.0.0.0/33',
    '10.0.0/8',
    '10.0.0.256/8',
    '10.0.0.0/8/8',
    '10.0.0.0/+8',
    '::/129',
    'fe80::1%eth0/64',
    '',
    '/8',
  ])('%s is no prefix', (text) => {
    expect(parsePrefix(text)).toEqual({ fault: 'syntax' });
  });

  it.each([
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['10.0.0.1/31', '10.0.0.0/31'],
    ['2001:db8::1/64', '2001:db8::/64'],
  ])('%s has host bits of %s', (text, network) => {
    expect(parsePrefix(text)).toEqual({ fault: 'host-bits', network });
  });

  it('overlap when one holds the other, and only then', () => {
    fc.assert(
      fc.property(prefixes, prefixes, (a, b) => {
        expect(overlaps(a, b)).toBe(a.base.family === b.base.family && (contains(a, b.base) || contains(b, a.base)));
        expect(overlaps(a, a)).toBe(true);
      }),
    );
  });

  it('are divided into blocks that touch and do not overlap', () => {
    const pool = parsePrefix('10.20.0.0/16') as Prefix;
    expect(subnetCount(pool, 24)).toBe(256);
    expect(subnetCount(pool, 8)).toBe(0);
    expect(formatPrefix(subnetAt(pool, 24, 65))).toBe('10.20.65.0/24');
    expect(overlaps(subnetAt(pool, 24, 1), subnetAt(pool, 24, 2))).toBe(false);
  });
});
