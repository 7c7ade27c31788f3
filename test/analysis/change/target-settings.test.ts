import { describe, expect, it } from 'vitest';
import type { Impact, ResetReason, SessionReset } from '../../../src/analysis/change/impact/impact.ts';
import { targetByName } from '../../../src/pipeline/registries.ts';
import { type OneTarget, fabricOf, targetNames } from './one-target.ts';
import { changeBetween, edited } from './two-builds.ts';

const keys = { ONE: 'one-key', OTHER: 'other-key' };

/** A fabric of two spines and two leafs, whose links are reset by every change of what they all have. */
function impactOf(before: OneTarget, after: Partial<OneTarget>): Impact {
  return changeBetween(fabricOf(before), fabricOf({ ...before, ...after }), { environments: [keys, keys] }).impact;
}

const reasons = (sessions: readonly SessionReset[]): string[] =>
  [...new Set(sessions.flatMap((one) => one.reasons))].sort();

/** Every one of the sessions is reset, for this reason alone. */
function expectAll(sessions: readonly SessionReset[], count: number, reason: ResetReason): void {
  expect(sessions).toHaveLength(count);
  expect(reasons(sessions)).toEqual([reason]);
}

const ospf = (settings: string): string => `routing: { ospf: { ${settings} } }\n`;
const bgp = (settings: string): string => `routing: { bgp: { ${settings} } }\n`;
const ospfKey = (name: string): string => ospf(`authentication: { key: env:${name}, algorithm: md5 }`);
const bgpKey = (name: string): string => bgp(`authentication: { key: env:${name} }`);
const hasOspf3 = (os: string): boolean => targetByName.get(os)!.capabilities.features.includes('ospf3');

describe.each(targetNames)('a setting of %s that changes', (os) => {
  const underlay = { os, design: 'l3-ospf-ibgp' } as const;
  const ebgp = { os, design: 'l3-ebgp' } as const;

  it.each([
    ['helloInterval: 5, deadInterval: 40', 'timers-changed'],
    ['deadInterval: 60', 'timers-changed'],
    ['area: 0.0.0.7', 'area-changed'],
    ['authentication: { key: env:ONE, algorithm: md5 }', 'authentication-changed'],
  ] as const)('resets OSPF: %s', (settings, reason) => {
    const coming = impactOf(underlay, { more: ospf(settings) });
    const going = impactOf({ ...underlay, more: ospf(settings) }, { more: '' });
    for (const impact of [coming, going]) {
      expectAll(impact.ospf, 4, reason);
      // iBGP loses its last path.
      expectAll(impact.bgp, 4, 'no-path-left');
      expect(impact.newSessions).toEqual({ ospf: 0, ospf3: 0, bgp: 0, mlag: 0 });
    }
  });

  it('resets OSPF: another key', () => {
    expectAll(
      impactOf({ ...underlay, more: ospfKey('ONE') }, { more: ospfKey('OTHER') }).ospf,
      4,
      'authentication-changed',
    );
  });

  it.runIf(hasOspf3(os))('resets OSPF of both versions: timers, MTU', () => {
    const both = { ...underlay, families: '46' } as const;
    const timers = impactOf(both, { more: ospf('helloInterval: 5') });
    expectAll(timers.ospf, 4, 'timers-changed');
    expectAll(timers.ospf3, 4, 'timers-changed');
    expectAll(impactOf(both, { mtu: 9000 }).ospf3, 4, 'mtu-changed');
  });

  it('resets what runs over links: the MTU', () => {
    expectAll(impactOf(underlay, { mtu: 9000 }).ospf, 4, 'mtu-changed');
    expectAll(impactOf(ebgp, { mtu: 9000 }).bgp, 4, 'mtu-changed');
  });

  it.each([underlay, ebgp])('resets BGP: AS numbers, passwords ($design)', (before) => {
    expectAll(impactOf(before, { asn: 64999 }).bgp, 4, 'as-changed');
    const coming = impactOf(before, { more: bgpKey('ONE') });
    const other = impactOf({ ...before, more: bgpKey('ONE') }, { more: bgpKey('OTHER') });
    const going = impactOf({ ...before, more: bgpKey('ONE') }, { more: '' });
    for (const impact of [coming, other, going]) {
      expectAll(impact.bgp, 4, 'authentication-changed');
      expect(impact.ospf).toEqual([]);
    }
  });

  it('resets BGP: numbers of leafs, which the lock tells, too', () => {
    const more = bgp('asnPool: 64600-64900');
    const { bgp: resets } = impactOf(ebgp, { more });
    expectAll(resets, 4, 'as-changed');
    const lockAlone = changeBetween(fabricOf(ebgp), fabricOf({ ...ebgp, more }), { output: 'none' }).impact;
    expectAll(lockAlone.bgp, 4, 'as-changed');
  });

  it('resets BGP: addresses that are another', () => {
    const text = fabricOf(ebgp);
    const { bgp: resets } = changeBetween(text, text.replace('10.254.0.0/22', '10.252.0.0/22')).impact;
    expectAll(resets, 4, 'renumbered');
  });

  it.each([
    ['VLANs', 'networks: [service]', 'networks: [service], untagged: service'],
    ['LACP', 'lacpRate: slow', 'lacpRate: fast'],
  ])('is one that servers must follow: %s of their ports', (_, from, to) => {
    const text = fabricOf(underlay).replace(
      'count: 1, speed: 25G }, bond: none',
      'count: 2, speed: 25G }, bond: lacp, lacpRate: slow',
    );
    const { servers } = changeBetween(text, edited(text, from, to)).impact;
    expect(servers.map(({ mechanism, servers: names }) => [mechanism, names.length])).toEqual([
      ['ends-reconfigured', 2],
      ['ends-reconfigured', 2],
    ]);
  });

  it('resets nothing: what routes carry, names, comments', () => {
    const more = `system: { ntp: [10.1.0.10] }\n`;
    for (const before of [underlay, ebgp]) {
      const { ospf: one, ospf3, bgp: other } = impactOf(before, { more });
      expect([...one, ...ospf3, ...other]).toEqual([]);
    }
  });
});
