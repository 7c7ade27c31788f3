import { beforeAll, expect, it } from 'vitest';
import { target } from '../../../src/targets/frr/target.ts';
import { type RunningFrr, runFrr } from '../../support/running-frr.ts';
import { describeWith } from '../../support/verifier.ts';
import { fileOf } from './files.ts';
import { switches } from './fixtures.ts';
import { linksOf } from './links.ts';

const operations = target.operations!;
const device = switches['spine-reflector']!;
const config = (lines: readonly string[]): string => ['configure terminal', ...lines].join('\n');
/** The command that vtysh is given, without the shell. */
const inner = (command: string): string => /^vtysh -c '(.*)'$/.exec(command)?.[1] ?? '';
const expected = { ospf: 2, bgp: 2, route: { prefix: '10.255.0.1/32', nextHops: 2 } };

describeWith({ programs: ['zebra', 'ospfd', 'bgpd', 'bfdd', 'vtysh', 'unshare'], root: true }, 'FRR operations', () => {
  let ran: RunningFrr;
  beforeAll(() => {
    const show = 'show running-config';
    const asked = operations.verify(expected).map(({ command }) => inner(command));
    ran = runFrr(fileOf(device, 'frr.conf'), linksOf(device), [
      show,
      config(operations.drain(device)),
      show,
      'show ip ospf',
      config(operations.undrain(device)),
      show,
      ...asked,
    ]);
  });

  it('drain with the lines that a file in maintenance has, on a running switch', () => {
    const [before = '', draining, drained = '', , undraining] = ran.answers;
    expect(ran.loading).toEqual({ status: 0, stdout: '', stderr: '' });
    expect([draining, undraining]).toEqual(['', '']);
    const known = new Set(before.split('\n'));
    const lines = drained.split('\n').filter((line) => !known.has(line));
    const other = new Set(fileOf(device, 'frr.conf').split('\n'));
    const inFile = fileOf({ ...device, maintenance: true }, 'frr.conf').split('\n');
    expect(lines.toSorted()).toEqual(inFile.filter((line) => !other.has(line)).toSorted());
    expect(lines).toHaveLength(2);
  });

  it('show that it is drained, in the words that are expected', () => {
    expect(ran.answers[3]).toContain(operations.verifyDrained()[0]!.expect);
  });

  it('leave nothing behind when they are undone', () => {
    expect(ran.answers[5]).toBe(ran.answers[0]);
  });

  it('ask FRR in words that it knows', () => {
    const shown = ran.answers.slice(6);
    expect(shown).toHaveLength(3);
    expect(shown.join('')).not.toMatch(/Unknown command|Ambiguous|incomplete/i);
  });
});
