import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { ExpectedError } from '../../../src/diagnostics/expected-error.ts';
import { target } from '../../../src/targets/cumulus-nvue/target.ts';
import { pathsOf, setOf } from './documents.ts';
import { context, switches } from './fixtures.ts';

const spine = switches['spine']!;

const withLines = (...extra: string[]): SwitchDevice => ({ ...spine, extra });

const onPort = (...extra: string[]): SwitchDevice => ({
  ...spine,
  interfaces: spine.interfaces.map((one, index) => (index === 1 ? { ...one, extra } : one)),
});

describe('extra lines', () => {
  it('stand below set, beside what is there', () => {
    const device = withLines(
      'system:',
      '  config:',
      '    snippet:',
      '      frr.conf: |',
      '        ip nht resolve-via-default',
    );
    const before = pathsOf(setOf(spine));
    const after = pathsOf(setOf(device));
    expect(after.filter((path) => !before.includes(path))).toEqual([
      '/system/config',
      '/system/config/snippet',
      '/system/config/snippet/frr.conf',
    ]);
    expect(before.filter((path) => !after.includes(path))).toEqual([]);
    expect(setOf(device)['system']!['config']!['snippet']!['frr.conf']).toBe('ip nht resolve-via-default\n');
  });

  it('of an interface stand below its name', () => {
    const swp1 = setOf(onPort('link: { fec: rs }', 'evpn:'))['interface']!['swp1']!;
    expect(swp1['link']).toEqual({ mtu: 9214, fec: 'rs' });
    expect(swp1['evpn']).toEqual({});
  });

  it('count where both have a setting', () => {
    expect(setOf(onPort('link: { mtu: 9000 }'))['interface']!['swp1']!['link']).toEqual({ mtu: 9000 });
  });

  it('keep the words of NVUE', () => {
    expect(setOf(withLines('system: { wjh: { enable: on } }'))['system']!['wjh']).toEqual({ enable: 'on' });
  });

  it('are marked in the document, each with where it is from', () => {
    const [file] = target.render(
      { ...onPort('link: { fec: rs }'), extra: ['system: {wjh: {enable: on}} # é\u2028- set: x'] },
      context,
    );
    expect(file!.content.split('\n').slice(1, 5)).toEqual([
      '# extra lines of the device, which stand below as well:',
      '#   system: {wjh: {enable: on}} # ??- set: x',
      '# extra lines of swp1, which stand below as well:',
      '#   link: { fec: rs }',
    ]);
  });

  it.each([
    ['no YAML', ['a: [']],
    ['a list', ['- set: {}']],
    ['a list inside', ['system: { dns: [1] }']],
    ['a single value', ['hello']],
    ['a truth', ['system: { x: true }']],
    ['an alias', ['a: &a { b: c }', 'd: *a']],
    ['a key twice', ['a: 1', 'a: 2']],
    ['two documents', ['a: 1', '---', 'b: 2']],
    ['a tag', ['a: !!binary aGVsbG8=']],
    ['a setting for settings', ['interface: none']],
    ['settings for a setting', ['system: { hostname: { a: b } }']],
  ])('that are %s are refused', (_what, lines) => {
    expect(() => target.render(withLines(...lines), context)).toThrow(ExpectedError);
  });

  it('of device and interface may not say one thing twice', () => {
    const device = { ...onPort('link: { fec: rs }'), extra: ['interface: { swp1: { link: { fec: off } } }'] };
    expect(() => target.render(device, context)).toThrow(/say interface swp1 link fec twice/);
  });

  it('keep keys that JavaScript knows to their place', () => {
    const content = target.render(withLines('__proto__: { polluted: x }'), context)[0]!.content;
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(content).toContain('__proto__:\n      polluted: x');
  });
});
