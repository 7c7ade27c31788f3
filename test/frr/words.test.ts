import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SecretRef } from '../../src/device/device.ts';
import { safeText } from '../../src/frr/safe-text.ts';
import { readBgpPassword, readOspfKey } from '../../src/frr/secret-words.ts';

const anyText = string({ unit: 'binary', maxLength: 300 });

describe('text of people', () => {
  it('keeps what it says', () => {
    expect(safeText('object-r1-01 eth0, Gerät für Zürich (neu) <a@b.c>')).toBe(
      'object-r1-01 eth0, Gerat fur Zurich (neu) <a@b.c>',
    );
    expect(safeText('100% $HOME \\ | include # ! "x" `id`\t\u2028end')).toBe('100 HOME include x id end');
  });

  it('is one line that no file takes for more than text', () => {
    assert(
      property(anyText, (text) => {
        const safe = safeText(text);
        expect(safe).toMatch(/^[ -~]*$/);
        expect(safe).not.toMatch(/[%$\\|#!"`]|^ | $| {2}/);
        expect(safe.length).toBeLessThanOrEqual(240);
        expect(safeText(safe)).toBe(safe);
      }),
    );
  });
});

const secret = (name: string): SecretRef => ({
  source: 'env',
  name,
  span: { file: { path: 'fixture.yaml', text: '' }, start: 0, end: 0 },
});
const withValue = (value: string) => () => value;

describe('a secret', () => {
  it('goes in as it is', () => {
    expect(readOspfKey(withValue('16-is-the-longes'), secret('K'))).toBe('16-is-the-longes');
    expect(readBgpPassword(withValue('x'.repeat(80)), secret('K'))).toBe('x'.repeat(80));
  });

  it.each(['x'.repeat(17), 'two words', 'line\nbreak', 'schlüssel', ''])('is refused as an OSPF key: %j', (value) => {
    expect(() => readOspfKey(withValue(value), secret('OSPF_KEY'))).toThrow(
      /^the value of OSPF_KEY cannot be an OSPF MD5 key/,
    );
  });

  it('is never in the message that refuses it', () => {
    expect(() => readBgpPassword(withValue('very secret'), secret('K'))).toThrow(/^(?!.*very secret)/);
  });
});
