import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Port } from '../../../src/device/device.ts';
import { target } from '../../../src/targets/eos/target.ts';
import { find, childLines, parseConfig, after } from './config-tree.ts';
import { bare, qsfp, qsfpDd, render, routed, sfp, switchPeer } from './parts.ts';

const osfp = (panel: number, own: Partial<Port> = {}): Port => qsfpDd(panel, { speed: 800, maxSpeed: 800, ...own });

/** SFP28 port of a panel whose ports share a lane rate in fours. */
const grouped = (panel: number, speed: number): Port => sfp(panel, { speed, speedGroup: Math.ceil(panel / 4) });

/** Speeds that a config gives to ports, by name. */
function speedsOf(ports: readonly Port[]): Record<string, string | null> {
  const device = bare('box', {
    interfaces: ports.map((port) => routed(port, switchPeer('x', qsfp(1)), '10.0.0.0/31')),
  });
  const interfaces = parseConfig(render(device)).filter(({ line }) => line.startsWith('interface Ethernet'));
  return Object.fromEntries(
    interfaces.map((block) => [block.line.slice('interface '.length), after('speed', childLines(block))[0] ?? null]),
  );
}

describe('EOS ports', () => {
  it.each([
    [sfp(1), 'Ethernet1'],
    [sfp(48), 'Ethernet48'],
    [qsfp(49), 'Ethernet49/1'],
    [qsfp(49, { channels: 4, channel: 1 }), 'Ethernet49/1'],
    [qsfp(49, { channels: 4, channel: 3 }), 'Ethernet49/3'],
    [qsfp(49, { channels: 2, channel: 2 }), 'Ethernet49/3'],
    [qsfpDd(2), 'Ethernet2/1'],
    [qsfpDd(2, { channels: 2, channel: 2 }), 'Ethernet2/5'],
    [qsfpDd(2, { channels: 4, channel: 4 }), 'Ethernet2/7'],
    [qsfpDd(2, { channels: 8, channel: 8 }), 'Ethernet2/8'],
  ])('spells %o', (port, name) => {
    expect(target.spellPort(port)).toBe(name);
  });

  it('gives every channel of a panel a name of its own', () => {
    const layouts = [1, 2, 4, 8].flatMap((channels) => [4, 8].map((lanes) => ({ channels, lanes })));
    for (const { channels, lanes } of layouts.filter((one) => one.channels <= one.lanes)) {
      const names = Array.from({ length: channels }, (_, index) =>
        target.spellPort({ ...qsfp(7, { channels, lanes }), channel: index + 1 }),
      );
      expect(new Set(names).size).toBe(channels);
      expect(names.every((name) => Number(name.split('/')[1]) <= lanes)).toBe(true);
    }
  });

  it.each([
    ['as fast as it can be', sfp(1), null],
    ['SFP28 at 10G', sfp(1, { speed: 10 }), 'forced 10000full'],
    ['SFP28 at 1G', sfp(1, { speed: 1 }), 'forced 1000full'],
    ['QSFP28 whole', qsfp(1), null],
    ['QSFP28 at 40G', qsfp(1, { speed: 40 }), 'forced 40gfull'],
    ['QSFP+ whole, which EOS may take for four of 10G', qsfp(1, { speed: 40, maxSpeed: 40 }), 'forced 40gfull'],
    ['QSFP28 at 50G', qsfp(1, { speed: 50 }), 'forced 50gfull'],
    ['QSFP-DD at 100G', qsfpDd(1, { speed: 100 }), 'forced 100gfull'],
    ['QSFP-DD at 200G', qsfpDd(1, { speed: 200 }), '200g-4'],
    ['OSFP at 400G', osfp(1, { speed: 400 }), '400g-8'],
  ])('sets the speed of a whole port: %s', (_, port, speed) => {
    expect(Object.values(speedsOf([port]))).toEqual([speed]);
  });

  it.each([
    [qsfp(1, { channels: 4, channel: 3, speed: 25 }), 'forced 25gfull', [1, 2, 3, 4]],
    [qsfp(1, { channels: 4, channel: 1, speed: 10 }), 'forced 10000full', [1, 2, 3, 4]],
    [qsfp(1, { channels: 2, channel: 1, speed: 50 }), 'forced 50gfull', [1, 3]],
    [qsfp(1, { channels: 2, channel: 2, speed: 100, maxSpeed: 200 }), '100g-2', [1, 3]],
    [qsfpDd(1, { channels: 2, channel: 2, speed: 200 }), '200g-4', [1, 5]],
    [qsfpDd(1, { channels: 4, channel: 2, speed: 100 }), '100g-2', [1, 3, 5, 7]],
    [qsfpDd(1, { channels: 8, channel: 8, speed: 50 }), '50g-1', [1, 2, 3, 4, 5, 6, 7, 8]],
    [qsfpDd(1, { channels: 8, channel: 2, speed: 25 }), 'forced 25gfull', [1, 2, 3, 4, 5, 6, 7, 8]],
    [osfp(1, { channels: 2, channel: 1, speed: 400 }), '400g-4', [1, 5]],
    [osfp(1, { channels: 8, channel: 1, speed: 100 }), '100g-1', [1, 2, 3, 4, 5, 6, 7, 8]],
  ])('breaks %o out as a whole', (port, speed, lanes) => {
    expect(speedsOf([port])).toEqual(Object.fromEntries(lanes.map((lane) => [`Ethernet1/${lane}`, speed])));
  });

  it('names each interface once, whatever channels have cables', () => {
    const panel = fc.record({
      channels: fc.constantFrom(1, 2, 4, 8),
      used: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(panel, { maxLength: 6 }), (panels) => {
        const ports = panels.flatMap(({ channels, used }, index) =>
          channels === 1
            ? [qsfpDd(index + 1)]
            : used
                .filter((channel) => channel <= channels)
                .map((channel) => qsfpDd(index + 1, { channels, channel, speed: 400 / channels })),
        );
        const expected = new Set(
          ports.flatMap((port) =>
            Array.from({ length: port.channels }, (_, index) => target.spellPort({ ...port, channel: index + 1 })),
          ),
        );
        const device = bare('box', {
          interfaces: ports.map((port) => routed(port, switchPeer('x', qsfp(1)), '10.0.0.0/31')),
        });
        const names = after(
          'interface',
          parseConfig(render(device)).map(({ line }) => line),
        );
        expect(names.filter((name) => name.startsWith('Ethernet'))).toEqual([...expected]);
      }),
    );
  });

  it('sets the lane rate of a group of SFP ports with a slower one', () => {
    const interfaces = [grouped(1, 25), grouped(5, 10), grouped(6, 10), grouped(9, 1)].map((one) =>
      routed(one, switchPeer('x', qsfp(1)), '10.0.0.0/31'),
    );
    const config = parseConfig(render(bare('box', { interfaces })));
    expect(
      after(
        'hardware speed-group',
        config.map(({ line }) => line),
      ),
    ).toEqual(['2 serdes 10g', '3 serdes 10g']);
    expect(find(parseConfig(render(bare('box'))), 'hardware speed-group')).toBeUndefined();
  });
});
