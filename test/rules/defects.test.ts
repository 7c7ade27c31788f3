import { describe, expect, it } from 'vitest';
import type { DefectOf, FabricDefect } from '../../src/fabric/defect.ts';
import type { PlanDefect } from '../../src/plan/plan.ts';
import { runRules } from '../../src/rules/run.ts';
import { exampleWith, subjectsOf } from './check-text.ts';

const { subjects } = subjectsOf(exampleWith('{}'));
const { fabric, plan } = subjects!;
const span = fabric.racks[0]!.span;

/** One defect of every kind: the type asks for a new one when a kind is added. */
const fabricDefects: { [Kind in FabricDefect['kind']]: DefectOf<Kind> } = {
  'unknown-reference': { kind: 'unknown-reference', what: 'network', name: 'storge', candidates: ['storage'], span },
  'duplicate-name': { kind: 'duplicate-name', what: 'device', name: 'a', span, first: span },
  'bad-pattern': { kind: 'bad-pattern', pattern: '{', reason: 'a { is not closed', span },
  'bad-name': { kind: 'bad-name', name: 'a.b', span },
  'missing-choice': { kind: 'missing-choice', what: 'zone', rack: 'r1', span },
  'bad-prefix': { kind: 'bad-prefix', where: 'addressing.loopbacks', text: '10.0.0.1/8', network: '10.0.0.0/8', span },
  'bad-address': { kind: 'bad-address', where: 'networks.a.dhcpRelay', text: '10.0.0.256', span },
  'second-pool': { kind: 'second-pool', where: 'networks.a.pool', text: '10.1.0.0/16', span, first: span },
  'no-ports': { kind: 'no-ports', device: 'a', platform: 'linux', span },
  'ports-not-counted': { kind: 'ports-not-counted', device: 'a', platform: 'b', span },
  'too-few-ports': {
    kind: 'too-few-ports',
    device: 'a',
    platform: 'linux',
    use: 'access',
    needed: 9,
    available: 8,
    resting: 0,
    speed: 10,
    span,
  },
  'port-absent': { kind: 'port-absent', device: 'a', port: '13', last: 12, span },
  'port-taken': { kind: 'port-taken', device: 'a', port: '1', by: 'a--b#1', span, first: span },
  'speed-impossible': { kind: 'speed-impossible', device: 'a', port: '1', speed: 40, possible: [10, 25], span },
  'bad-upstream': { kind: 'bad-upstream', upstream: 'isp', text: '1.2.3.4', reason: 'is no prefix', span },
  'self-loop': { kind: 'self-loop', device: 'a', span },
  'server-to-server': { kind: 'server-to-server', a: 'a', z: 'b', span },
  'nothing-to-replace': { kind: 'nothing-to-replace', a: 'a', z: 'b', span },
  'superspines-without-pods': { kind: 'superspines-without-pods', span },
  'too-large': { kind: 'too-large', what: 'racks', count: 2_000_000, limit: 10_000, span },
};

const planDefects: { [Kind in PlanDefect['kind']]: Extract<PlanDefect, { kind: Kind }> } = {
  'pool-exhausted': {
    kind: 'pool-exhausted',
    pool: 'addressing.loopbacks',
    prefix: '10.0.0.0/30',
    needed: 5,
    available: 4,
    resting: 0,
    span,
  },
  'subnet-full': {
    kind: 'subnet-full',
    network: 'service',
    rack: 'r1',
    prefix: '10.20.0.0/30',
    needed: 4,
    available: 2,
    resting: 0,
    span,
  },
  'bad-pin': { kind: 'bad-pin', what: 'devices.a.loopback', text: '10.0.0.1', reason: 'outside the pool', span },
};

describe('defects', () => {
  it.each(Object.values(fabricDefects))('of the builder: exactly one rule reports $kind', (defect) => {
    const found = runRules('fabric', { fabric: { ...fabric, defects: [defect] }, plan });
    expect(found).toHaveLength(1);
    expect(found[0]!.span).toBe(span);
    expect(found[0]!.message).not.toMatch(/undefined|\[object/);
  });

  it.each(Object.values(planDefects))('of the planner: exactly one rule reports $kind', (defect) => {
    const found = runRules('plan', { fabric, plan: { ...plan, defects: [defect] } });
    expect(found).toHaveLength(1);
    expect(found[0]!.span).toBe(span);
    expect(found[0]!.message).not.toMatch(/undefined|\[object/);
  });
});
