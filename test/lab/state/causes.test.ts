import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/lab/state/causes.ts';
import type { Finding } from '../../../src/lab/state/finding.ts';

const relations = new Map(
  Object.entries({
    'spine1 v2 swp5': ['spine1 swp5', 'leaf1 swp1', 'spine1 OSPF', 'leaf1 OSPF'],
    'spine1 swp5': ['spine1 swp5', 'leaf1 swp1'],
    'leaf1 swp1': ['spine1 swp5', 'leaf1 swp1'],
    'spine1 10.255.0.9': ['leaf1 10.255.0.1', 'spine1 BGP', 'leaf1 BGP'],
    'leaf1 10.20.1.0/24': ['leaf1 vlan20', 'leaf1 BGP'],
    '10.20.1.0/24': ['leaf1 10.20.1.0/24', 'leaf1 vlan20'],
  }).map(([thing, others]) => [thing, new Set(others)]),
);

const area: Finding = {
  check: 'ospf',
  device: 'leaf1',
  subject: 'swp1',
  predicted: 'area 0.0.0.0',
  found: 'area 0.0.0.1',
};
const adjacency: Finding = {
  check: 'adjacency',
  device: 'spine1',
  subject: 'v2 swp5',
  predicted: 'Full',
  found: 'none',
};
const route: Finding = {
  check: 'route',
  device: 'spine1',
  subject: '10.0.0.0/8',
  predicted: 'swp5, swp6',
  found: 'swp6',
};
const path: Finding = {
  check: 'path',
  device: 'web1',
  subject: 'web2 10.20.1.1',
  predicted: 'an answer',
  found: 'no answer',
};
const cause = 'leaf1 swp1 has area 0.0.0.1, planned area 0.0.0.0';

describe('causes', () => {
  it('are settings at the far end of the cable, and come first', () => {
    expect(explain([adjacency, route, area], relations)).toEqual([area, { ...adjacency, cause }, { ...route, cause }]);
  });

  it('are only likely where several hops lie between', () => {
    expect(explain([path, area], relations)).toEqual([area, { ...path, cause: `probably ${cause}` }]);
  });

  it('are not made up for what hangs on nothing wrong, where several things are wrong', () => {
    const other: Finding = { ...area, device: 'leaf7', subject: 'swp2', found: 'passive', predicted: 'BFD' };
    const far: Finding = { ...adjacency, device: 'spine2' };
    expect(explain([far, area, other], relations)).toEqual([area, other, far]);
  });

  it('of routes are at the router that does not announce them', () => {
    const origin: Finding = {
      check: 'origin',
      device: 'leaf1',
      subject: '10.20.1.0/24',
      predicted: 'announced',
      found: 'not announced',
    };
    const missed: Finding = { ...route, subject: '10.20.1.0/24', found: 'none' };
    expect(explain([missed, origin], relations)).toEqual([
      origin,
      { ...missed, cause: 'leaf1 prefix 10.20.1.0/24 is not announced, planned announced' },
    ]);
    const down: Finding = { check: 'interface', device: 'leaf1', subject: 'vlan20', predicted: 'up', found: 'down' };
    const why = 'leaf1 vlan20 is down, planned up';
    expect(explain([missed, origin, down], relations)).toEqual([
      down,
      { ...missed, cause: why },
      { ...origin, cause: why },
    ]);
  });

  it('of a port without carrier is the far port that is down', () => {
    const down: Finding = { check: 'interface', device: 'leaf1', subject: 'swp1', predicted: 'up', found: 'down' };
    const lost: Finding = { ...down, device: 'spine1', subject: 'swp5', found: 'no carrier' };
    expect(explain([lost, down], relations)).toEqual([down, { ...lost, cause: 'leaf1 swp1 is down, planned up' }]);
    expect(explain([lost], relations)).toEqual([lost]);
  });

  it('of sessions are settings of either end', () => {
    const peer: Finding = {
      check: 'neighbour',
      device: 'leaf1',
      subject: '10.255.0.1',
      predicted: 'remote AS 65000',
      found: 'remote AS 65001',
    };
    const session: Finding = {
      check: 'session',
      device: 'spine1',
      subject: '10.255.0.9 ipv4',
      predicted: 'up',
      found: 'Active',
    };
    const why = 'leaf1 BGP neighbour 10.255.0.1 has remote AS 65001, planned remote AS 65000';
    expect(explain([session, area, peer], relations)).toEqual([peer, area, { ...session, cause: why }]);
  });

  it('that explain most come first', () => {
    const quiet: Finding = { ...area, device: 'leaf7' };
    expect(explain([quiet, area, adjacency], relations).map(({ device }) => device)).toEqual([
      'leaf1',
      'leaf7',
      'spine1',
    ]);
  });
});
