import { describe, expect, it } from 'vitest';
import { summariseKinds } from '../../../src/lab/fail/kind-summary.ts';
import { summarise } from '../../../src/lab/fail/loss.ts';
import type { FlowResult } from '../../../src/lab/fail/probe/arrivals.ts';
import { readDrops } from '../../../src/lab/fail/probe/socket-drops.ts';
import { report } from './failure-reports.ts';

const flow: FlowResult = {
  sent: 1000,
  lost: 0,
  lostThere: 0,
  lostBack: 0,
  longest: 0,
  outages: 0,
  endsLost: 0,
  reordered: 0,
  duplicates: 0,
};

describe('a summary of flows', () => {
  it('tells the worst one, and those that are cut for good', () => {
    const flows = [
      flow,
      { ...flow, lost: 10, lostThere: 4, lostBack: 6, longest: 10, outages: 1, reordered: 2 },
      { ...flow, lost: 400, longest: 390, outages: 2, endsLost: 200, duplicates: 1 },
      { ...flow, lost: 199, longest: 199, outages: 1, endsLost: 199 },
    ];
    expect(
      summarise([
        { flows, pause: 60, overrun: 0 },
        { flows: [], pause: 70, overrun: 3 },
      ]),
    ).toEqual({
      flows: 4,
      affected: 3,
      lostPackets: 609,
      lostThere: 4,
      lostBack: 6,
      longest: 1950,
      outages: 2,
      cut: 1,
      reordered: 2,
      duplicates: 1,
      pause: 70,
      overrun: 3,
    });
  });

  it('of none is empty', () => {
    expect(summarise([])).toMatchObject({ flows: 0, affected: 0, longest: 0, cut: 0, pause: 0 });
  });
});

describe('a summary of kinds', () => {
  it('has median and worst of each that came, in order', () => {
    const finding = { check: 'route', device: 'a', subject: 'b', predicted: 'c', found: 'd' } as const;
    const kinds = summariseKinds([
      report('x', { kind: 'hang', longest: 300, cut: 2 }),
      report('a', { longest: 10 }),
      report('b', { longest: 100, findings: [finding] }),
      report('c', { longest: 20 }),
    ]);
    expect(kinds).toMatchObject([
      { kind: 'link', failures: 3, outage: { median: 20, worst: 100 }, cut: 0, unpredicted: 1 },
      { kind: 'hang', failures: 1, outage: { median: 300, worst: 300 }, cut: 2, unpredicted: 0 },
    ]);
  });
});

/** A line of a socket, with the packets that it dropped. */
const line = (drops: number): string =>
  `  449: 0100007F:2328 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 12 2 0000 ${drops}`;

describe('packets that a socket dropped', () => {
  it('are the last column of /proc/net/udp', () => {
    const head =
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops';
    expect(readDrops(`${head}\n${line(5)}\n${line(2)}\n`)).toBe(7);
    expect(readDrops(`${head}\n`)).toBe(0);
  });
});
