import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interface, OspfInterface, SwitchDevice } from '../../../src/device/device.ts';
import { ExpectedError } from '../../../src/diagnostics/expected-error.ts';
import { routeFilters } from '../../../src/targets/junos/route-filters.ts';
import { target } from '../../../src/targets/junos/target.ts';
import { hostileStrings } from '../../injection/hostile.ts';
import { devices, linesOf, prefix, qsfp, render, secret, sfp } from './fixtures.ts';

const leaf = devices['leaf']!;
const spine = devices['spine']!;

/** A leaf with a text wherever a person's may come; a letter before it, so that none is empty. */
function saying(text: string): SwitchDevice {
  const snmp = { community: secret('SNMP_COMMUNITY'), location: `x${text}`, contact: `x${text}`, clients: [] };
  return {
    ...leaf,
    system: { ...leaf.system, snmp, users: [{ name: 'netops', role: 'admin', sshKeys: [`ssh-rsa AAAA x${text}`] }] },
    vlans: [{ id: 10, name: `x${text}` }],
    interfaces: leaf.interfaces.map((one) => ({ ...one, description: `x${text}` })),
    bgp: {
      ...leaf.bgp!,
      groups: leaf.bgp!.groups.map((one) => ({ ...one, description: `x${text}` })),
      neighbors: leaf.bgp!.neighbors.map((one) => ({ ...one, description: `x${text}` })),
    },
  };
}

/** A line with nothing in its quotes and no name of a VLAN. */
const shape = (line: string): string => line.replaceAll(/"[^"]*"/g, '""').replace(/^(set vlans) \S+ /, '$1 ');
const harmless = linesOf(saying('y')).map(shape);

function expectHarmless(text: string): void {
  const lines = linesOf(saying(text));
  expect(lines.join('')).toMatch(/^[ -~]*$/);
  expect(lines.join('')).not.toMatch(/[\\?|`]/);
  expect(lines.map(shape)).toEqual(harmless);
  expect(lines.filter((line) => (line.match(/"/g) ?? []).length % 2 > 0)).toEqual([]);
}

const keyed = (name: string): SwitchDevice => {
  const sign = (ospf: OspfInterface): OspfInterface => ({
    ...ospf,
    authentication: { algorithm: 'md5', keyId: 1, key: secret(name) },
  });
  return {
    ...spine,
    interfaces: spine.interfaces.map((one): Interface => {
      if (one.kind !== 'ethernet' || one.mode.type !== 'routed' || !one.mode.ospf) return one;
      return { ...one, mode: { ...one.mode, ospf: sign(one.mode.ospf) } };
    }),
  };
};

const entry = (text: string) => {
  const [base = '', le] = text.split(' le ');
  return { sequence: 10, prefix: prefix(base), ...(le === undefined ? {} : { le: Number(le) }) };
};

describe('Junos words', () => {
  it.each(hostileStrings.map((text) => [JSON.stringify(text).slice(0, 30), text]))(
    'take no harm from %s',
    (_, text) => {
      expectHarmless(text);
    },
  );

  it('take no harm from any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), expectHarmless), { numRuns: 30 });
  });

  it('keep what a text says', () => {
    expect(linesOf(saying(' Speicher für Göteborg #1; a {b}'))).toContain(
      'set interfaces irb unit 10 description "x Speicher fur Goteborg #1; a {b}"',
    );
  });

  it.each(['SPACED', 'QUOTED', 'OBSCURED'])('refuse the secret %s, which Junos would read otherwise', (name) => {
    expect(linesOf(keyed('OSPF_KEY')).filter((line) => line.endsWith('key "correct-horse"'))).toHaveLength(2);
    expect(() => render(keyed(name))).toThrow(ExpectedError);
  });

  it.each([
    [['10.10.0.0/16 le 24'], ['10.10.0.0/16 upto /24']],
    [
      ['10.10.0.0/24', '0.0.0.0/0 le 32'],
      ['10.10.0.0/24 orlonger', '0.0.0.0/0 orlonger'],
    ],
    [
      ['10.0.0.0/8 le 24', '10.1.0.0/16', '10.1.2.0/24 le 25'],
      ['10.0.0.0/8 upto /24', '10.1.0.0/16 upto /24', '10.1.2.0/24 upto /25'],
    ],
    [
      ['10.0.0.0/8', '10.1.0.0/16'],
      ['10.0.0.0/8 exact', '10.1.0.0/16 exact'],
    ],
    [['::/0'], ['::/0 exact']],
  ])('make route filters of %j that permit the same, by the longest match', (entries, filters) => {
    expect(routeFilters(entries.map(entry))).toEqual(filters);
  });

  it('put the lines of a user behind their interface and at the end, as they are', () => {
    const [loopback, ...rest] = leaf.interfaces;
    const lines = linesOf({
      ...leaf,
      extra: ['set system login message "x"'],
      interfaces: [{ ...loopback!, extra: ['set interfaces lo0 unit 0 family iso'] }, ...rest],
    });
    expect(lines.at(-1)).toBe('set system login message "x"');
    const at = lines.indexOf('set interfaces lo0 unit 0 family iso');
    expect(lines[at - 1]).toMatch(/^set interfaces lo0 unit 0 family inet6 address/);
  });
});

describe('Junos ports', () => {
  it.each([
    [sfp(0), 'et-0/0/0'],
    [sfp(47, { speed: 10 }), 'xe-0/0/47'],
    [sfp(3, { speed: 1 }), 'ge-0/0/3'],
    [qsfp(48), 'et-0/0/48'],
    [qsfp(48, { speed: 40 }), 'et-0/0/48'],
    [qsfp(7, { channels: 4, channel: 1, speed: 25 }), 'et-0/0/7:0'],
    [qsfp(7, { channels: 4, channel: 4, speed: 10 }), 'xe-0/0/7:3'],
    [qsfp(7, { channels: 2, channel: 2, speed: 50 }), 'et-0/0/7:1'],
  ])('are spelled by speed: %o', (port, name) => {
    expect(target.spellPort(port)).toBe(name);
  });

  it('have the speed of their four, and channels that of their port', () => {
    const ports = [
      sfp(5),
      sfp(6),
      sfp(8, { speed: 10 }),
      qsfp(48),
      qsfp(50, { channels: 4, channel: 2, speed: 25 }),
      qsfp(50, { channels: 4, channel: 3, speed: 25 }),
    ];
    const mode = { type: 'bridged', tagged: [], native: 10, edge: true } as const;
    const interfaces = ports.map((port): Interface => ({ kind: 'ethernet', description: '', mtu: 1500, port, mode }));
    expect(linesOf({ ...leaf, interfaces }).filter((line) => line.startsWith('set chassis fpc'))).toEqual([
      'set chassis fpc 0 pic 0 port 4 speed 25g',
      'set chassis fpc 0 pic 0 port 8 speed 10g',
      'set chassis fpc 0 pic 0 port 50 channel-speed 25g',
    ]);
  });
});

const whatOf = (device: SwitchDevice): string[] => target.lacks!(device).map(({ what }) => what);

describe('Junos lacks', () => {
  const user = { name: 'a', role: 'admin', sshKeys: [] } as const;

  it('nothing that the fixtures ask', () => {
    for (const device of Object.values(devices)) expect(whatOf(device)).toEqual([]);
  });

  it('statements for some things', () => {
    const timed = {
      ...leaf.bgp!,
      groups: leaf.bgp!.groups.map((one) => ({ ...one, timers: { keepalive: 1, hold: 9 } })),
    };
    const users = [
      { ...user, sshKeys: ['sk-ssh-ed25519@openssh.com AAAA x'] },
      { ...user, name: 'root' },
    ];
    expect(whatOf({ ...leaf, bgp: timed, system: { ...leaf.system, users } })).toEqual([
      'a BGP keepalive that is not a third of the hold time',
      'SSH keys of other kinds than RSA, ECDSA and Ed25519',
      "an account with the name root, which is the system's own",
    ]);
  });
});
