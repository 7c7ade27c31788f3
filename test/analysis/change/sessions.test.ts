import { describe, expect, it } from 'vitest';
import type { FabricChange } from '../../../src/analysis/change/fabric-change.ts';
import type { SessionReset } from '../../../src/analysis/change/impact/impact.ts';
import { cutsOff } from '../../../src/analysis/change/impact/impact.ts';
import { printChange } from '../../../src/analysis/change/print/text.ts';
import { paintWith } from '../../../src/diagnostics/paint.ts';
import { changeBetween, edited, topologyText } from './two-builds.ts';

const unnumbered = topologyText('ebgp-unnumbered');
const tenants = topologyText('tenants');
const dual = topologyText('dual-stack');
const border = topologyText('border');
const routed = topologyText('routed-hosts');
const pairs = topologyText('mlag-leafs');

const spell = ({ a, z, family, vrf, gone, reasons }: SessionReset): string =>
  [`${a} ${z}`, ...(family === 6 ? ['v6'] : []), ...(vrf === undefined ? [] : [vrf]), ...(gone ? ['gone'] : [])].join(
    ' ',
  ) + `: ${reasons.join(' ')}`;
const spelled = ({ impact: { ospf, ospf3, bgp, mlag } }: FabricChange) =>
  Object.fromEntries(
    Object.entries({ ospf, ospf3, bgp, mlag }).flatMap(([name, list]) =>
      list.length === 0 ? [] : [[name, list.map(spell)]],
    ),
  );
const sessionsLine = (change: FabricChange) =>
  /^Sessions +(.*)$/m.exec(printChange(change, { paint: paintWith(false), verbose: false }))?.[1];
const cutOff = ({ impact }: FabricChange) => impact.servers.filter(({ mechanism }) => cutsOff(mechanism));

describe('eBGP without addresses', () => {
  const three = edited(unnumbered, 'spines: { count: 2', 'spines: { count: 3');

  it('has a session for each link, which comes and goes with it, and no OSPF', () => {
    const added = changeBetween(unnumbered, three);
    expect(added.impact.newSessions).toEqual({ ospf: 0, ospf3: 0, bgp: 4, mlag: 0 });
    expect(sessionsLine(added)).toBe('none goes down; 4 BGP sessions are new');
    const removed = changeBetween(three, unnumbered);
    expect(spelled(removed)).toEqual({
      bgp: [1, 2, 3, 4].map((rack) => `rack${rack}-leaf1 spine3 gone: device-removed`),
    });
    expect(removed.impact.bgp.map(({ link }) => link)).toContain('rack1-leaf1--spine3#1');
    expect(sessionsLine(removed)).toBe('4 BGP sessions go down');
    expect(cutOff(removed)).toEqual([]);
  });

  it('has other sessions once links have addresses', () => {
    const change = changeBetween(unnumbered, edited(unnumbered, 'unnumbered: true', 'unnumbered: false'));
    expect(change.impact.newSessions.bgp).toBe(8);
    expect(change.impact.bgp).toHaveLength(8);
    for (const { gone, reasons } of change.impact.bgp)
      expect({ gone, reasons }).toEqual({ gone: true, reasons: ['renumbered'] });
  });

  it('resets one session where a cable moves', () => {
    const change = changeBetween(unnumbered, `${unnumbered}links: [{ a: rack1-leaf1, z: "spine1:7" }]\n`);
    expect(spelled(change)).toEqual({ bgp: ['rack1-leaf1 spine1: port-moved'] });
    expect(change.impact.paths).toEqual([{ leaf: 'rack1-leaf1', rack: 'rack1', before: 2, kept: 1, after: 2 }]);
  });
});

describe('VRFs', () => {
  it('have sessions of their own over each link', () => {
    const change = changeBetween(tenants, edited(tenants, '10.254.0.0/20', '10.240.0.0/20'));
    expect(change.addresses.changed).toHaveLength(16);
    expect(change.impact.bgp).toHaveLength(8);
    expect(change.impact.bgp.slice(0, 2).map(spell)).toEqual([
      'rack1-leaf1 spine1: renumbered',
      'rack1-leaf1 spine1 storage: renumbered',
    ]);
    expect(changeBetween(tenants, edited(tenants, 'rack{1..2}', 'rack{1..3}')).impact.newSessions.bgp).toBe(4);
  });

  it('take theirs with them, and no others', () => {
    const without = tenants
      .replace(', vrf: storage', '')
      .replace('vrfs:\n  storage: {}\n', '')
      .replace(/leaks:\n(?: {2}- .*\n)+/, '');
    const change = changeBetween(tenants, without);
    expect(change.impact.bgp).toHaveLength(4);
    for (const { gone, vrf, reasons } of change.impact.bgp) {
      expect({ gone, vrf, reasons }).toEqual({ gone: true, vrf: 'storage', reasons: ['vrf-removed'] });
    }
    expect(cutOff(change)).toEqual([]);
    expect(changeBetween(without, tenants).impact.newSessions.bgp).toBe(4);
  });
});

describe('both address families', () => {
  it('have an adjacency each, and a BGP session', () => {
    const change = changeBetween(dual, edited(dual, 'spines: { count: 2', 'spines: { count: 3'));
    expect(change.impact.newSessions).toEqual({ ospf: 3, ospf3: 3, bgp: 6, mlag: 0 });
    expect(sessionsLine(change)).toBe(
      'none goes down; 3 OSPF adjacencies, 3 OSPFv3 adjacencies and 6 BGP sessions are new',
    );
  });

  it('of links: OSPF for IPv6 runs on between link-local addresses while they are renumbered', () => {
    const six = changeBetween(dual, edited(dual, '2001:db8:fe::/64', '2001:db8:fd::/64'));
    expect(six.addresses.changed).toHaveLength(12);
    expect(six.impact.renumbered).toHaveLength(6);
    expect(spelled(six)).toEqual({});
    const four = changeBetween(dual, edited(dual, '10.254.0.0/22', '10.252.0.0/22'));
    expect(four.impact.ospf).toHaveLength(6);
    expect(four.impact.ospf3).toEqual([]);
    // Sessions of IPv4 lose their last path; those of IPv6 do not.
    expect(four.impact.bgp.map(({ family }) => family)).toEqual(Array(6).fill(4));
  });

  it('of loopbacks: other IPv6 ones reset the sessions between them', () => {
    const change = changeBetween(dual, edited(dual, '2001:db8:ff::/64', '2001:db8:fc::/64'));
    expect(change.addresses.changed).toHaveLength(5);
    expect(change.impact.bgp).toHaveLength(6);
    expect([...change.impact.ospf, ...change.impact.ospf3]).toEqual([]);
    for (const { family } of change.impact.bgp) expect(family).toBe(6);
  });

  it('of which one is given up take nothing from the other', () => {
    const change = changeBetween(dual, dual.replaceAll(/\[([\d./]+), "[^"]+"\]/g, '$1'));
    expect(change.impact.ospf).toEqual([]);
    expect(change.impact.ospf3).toHaveLength(6);
    expect(change.impact.bgp).toHaveLength(6);
    for (const one of [...change.impact.ospf3, ...change.impact.bgp]) {
      expect(one).toMatchObject({ gone: true, reasons: ['families-changed'] });
    }
    expect(cutOff(change)).toEqual([]);
  });
});

describe('another design', () => {
  it('ends every session, and begins others', () => {
    const change = changeBetween(dual, edited(dual, 'l3-ospf-ibgp', 'l3-ebgp'));
    expect(sessionsLine(change)).toBe(
      '6 OSPF adjacencies, 6 OSPFv3 adjacencies and 12 BGP sessions go down; 12 BGP sessions are new',
    );
    for (const { gone, reasons } of [...change.impact.ospf, ...change.impact.bgp]) {
      expect({ gone, reasons }).toEqual({ gone: true, reasons: ['protocol-changed'] });
    }
    expect(changeBetween(edited(dual, 'l3-ospf-ibgp', 'l3-ebgp'), dual).impact.newSessions).toEqual({
      ospf: 6,
      ospf3: 6,
      bgp: 12,
      mlag: 0,
    });
  });
});

describe('upstreams', () => {
  const one = border.replace(/ {2}- name: isp-b[\s\S]*?bfd: true\n/, '');

  it('have a session for each family', () => {
    expect(changeBetween(one, border).impact.newSessions.bgp).toBe(2);
    const removed = changeBetween(border, one);
    expect(spelled(removed)).toEqual({
      bgp: ['border2 isp-b gone: upstream-removed', 'border2 isp-b v6 gone: upstream-removed'],
    });
    expect(removed.impact.cables).toMatchObject([
      { action: 'pull', from: { device: 'border2' }, to: { device: 'isp-b' } },
    ]);
  });

  it('reset theirs alone when their AS number, address or key changes', () => {
    const resets = (text: string) =>
      spelled(changeBetween(border, text, { environments: [{ KEY: 'key' }, { KEY: 'key' }] }));
    expect(resets(edited(border, 'asn: 64501', 'asn: 64777'))).toEqual({
      bgp: ['border2 isp-b: as-changed', 'border2 isp-b v6: as-changed'],
    });
    expect(resets(edited(border, '192.0.2.3/31', '192.0.2.5/31'))).toEqual({ bgp: ['border2 isp-b: renumbered'] });
    expect(resets(edited(border, 'asn: 64501', 'asn: 64501\n    authentication: { key: env:KEY }'))).toEqual({
      bgp: ['border2 isp-b: authentication-changed', 'border2 isp-b v6: authentication-changed'],
    });
  });

  it('keep a border leaf as one that has paths', () => {
    const change = changeBetween(border, `${border}links: [{ a: border1, z: "spine1:7" }]\n`);
    expect(spelled(change)).toEqual({ bgp: ['border1 spine1: port-moved', 'border1 spine1 v6: port-moved'] });
    expect(change.impact.paths).toEqual([{ leaf: 'border1', rack: '', before: 2, kept: 1, after: 2 }]);
    expect(change.impact.servers).toEqual([]);
  });
});

describe('servers that route', () => {
  it('have sessions with their leafs, which go with them', () => {
    const change = changeBetween(routed, edited(routed, 'storage-{rack}-{1..2}', 'storage-{rack}-{1..1}'));
    expect(spelled(change)).toEqual({
      bgp: [1, 2].flatMap((rack) =>
        [1, 2].map((leaf) => `storage-rack${rack}-2 rack${rack}-leaf${leaf} gone: device-removed`),
      ),
    });
    const back = changeBetween(edited(routed, 'storage-{rack}-{1..2}', 'storage-{rack}-{1..1}'), routed);
    expect(back.impact.newSessions.bgp).toBe(4);
  });

  it('stay connected while one of two leafs is replaced', () => {
    const change = changeBetween(routed, routed, { otherModels: ['rack1-leaf1'] });
    // Two spines, the other leaf by both families, and four servers.
    expect(change.impact.bgp).toHaveLength(8);
    expect(cutOff(change)).toEqual([]);
  });
});

describe('MLAG pairs', () => {
  it('keep servers connected while one of two leafs is replaced', () => {
    const change = changeBetween(pairs, pairs, { otherModels: ['rack1-leaf1'] });
    expect(spelled(change)['mlag']).toEqual(['rack1-leaf1 rack1-leaf2: switch-replaced']);
    expect(sessionsLine(change)).toBe('3 OSPF adjacencies, 2 BGP sessions and 1 MLAG pair go down');
    expect(cutOff(change)).toEqual([]);
    const both = changeBetween(pairs, pairs, { otherModels: ['rack1-leaf1', 'rack1-leaf2'] });
    expect(cutOff(both).map(({ mechanism, servers }) => [mechanism, servers.length])).toEqual([['leaf-cut-off', 9]]);
  });

  it('come with their rack, and go with it', () => {
    const more = edited(pairs, 'rack{1..2}', 'rack{1..3}');
    expect(changeBetween(pairs, more).impact.newSessions).toEqual({ ospf: 5, ospf3: 0, bgp: 4, mlag: 1 });
    expect(spelled(changeBetween(more, pairs))['mlag']).toEqual(['rack3-leaf1 rack3-leaf2 gone: device-removed']);
  });

  it('end where leafs are no pairs any more', () => {
    const single = edited(pairs, 'access: { leafPair: mlag }', '').replaceAll('bond: lacp', 'bond: active-backup');
    expect(spelled(changeBetween(pairs, single))).toEqual({
      mlag: [1, 2].map((rack) => `rack${rack}-leaf1 rack${rack}-leaf2 gone: mlag-changed`),
    });
  });
});
