import { describe, expect, it } from 'vitest';
import { PortTable } from '../../src/fabric/port-table.ts';
import type { PortRun } from '../../src/platforms/platform.ts';
import { portText } from '../../src/fabric/fabric.ts';

const qsfp: PortRun = {
  first: 1,
  last: 2,
  connector: 'qsfp28',
  lanes: 4,
  speeds: [100, 40, 25],
  breakouts: [
    { channels: 4, speed: 25 },
    { channels: 2, speed: 50 },
  ],
  use: 'any',
};
const sfp: PortRun = {
  first: 1,
  last: 8,
  connector: 'sfp28',
  lanes: 1,
  speeds: [25, 10],
  breakouts: [],
  use: 'access',
  speedGroup: 4,
};

const first = [{ use: 'any', from: 'first' }] as const;
const last = [{ use: 'any', from: 'last' }] as const;
const names = (
  table: PortTable,
  count: number,
  wish: Parameters<PortTable['takeFree']>[0],
  where: Parameters<PortTable['takeFree']>[1],
): (string | undefined)[] =>
  Array.from({ length: count }, () => {
    const port = table.takeFree(wish, where);
    return port && portText(port.ref);
  });

describe('PortTable', () => {
  it('breaks a faster port out, and fills it before the next', () => {
    const table = new PortTable([qsfp]);
    expect(names(table, 6, { speed: 25, breakOut: true }, first)).toEqual(['1/1', '1/2', '1/3', '1/4', '2/1', '2/2']);
    expect(table.takeFree({ speed: 50, breakOut: true }, first)).toBeUndefined();
    expect(table.isTaken({ port: 2 })).toBe(true);
    expect(table.isTaken({ port: 2, channel: 3 })).toBe(false);
  });

  it('runs a port whole at its own speed, and slower only when it is not to be broken out', () => {
    const table = new PortTable([qsfp]);
    expect(names(table, 1, { speed: 25, breakOut: false }, last)).toEqual(['2']);
    expect(names(table, 2, { speed: 100, breakOut: true }, first)).toEqual(['1', undefined]);
  });

  it('breaks out where a speed is there in no other way', () => {
    expect(names(new PortTable([qsfp]), 2, { speed: 50, breakOut: false }, last)).toEqual(['2/1', '2/2']);
  });

  it('lets ports of a group run at one speed only', () => {
    const table = new PortTable([sfp]);
    const access = [{ use: 'access', from: 'first' }] as const;
    expect(names(table, 2, { speed: 25, breakOut: true }, access)).toEqual(['1', '2']);
    expect(names(table, 5, { speed: 10, breakOut: true }, access)).toEqual(['5', '6', '7', '8', undefined]);
    expect(names(table, 3, { speed: 25, breakOut: true }, access)).toEqual(['3', '4', undefined]);
  });

  it('takes a given port or channel once', () => {
    const table = new PortTable([qsfp]);
    expect(table.take({ port: 1, channel: 3 }, { speed: 25, breakOut: true })?.ref).toEqual({ port: 1, channel: 3 });
    expect(table.take({ port: 1, channel: 3 }, { speed: 25, breakOut: true })).toBeUndefined();
    expect(table.take({ port: 1 }, { speed: 100, breakOut: false })).toBeUndefined();
    expect(table.take({ port: 1, channel: 5 }, { speed: 25, breakOut: true })).toBeUndefined();
    expect(table.take({ port: 9 }, { speed: 100, breakOut: false })).toBeUndefined();
  });
});
