import { beforeAll, describe, expect, it } from 'vitest';
import { target } from '../../../src/targets/frr/target.ts';
import type { ExpectedNeighbors } from '../../../src/targets/target.ts';
import { type RunningFrr, runFrr } from '../../support/running-frr.ts';
import { describeWith } from '../../support/verifier.ts';
import { fileOf } from './files.ts';
import { switches } from './fixtures.ts';
import { linksOf } from './links.ts';
import { supported } from './whole-model.ts';

const operations = target.operations!;
const config = (lines: readonly string[]): string => ['configure terminal', ...lines].join('\n');
/** The command that vtysh is given, without the shell. */
const inner = (command: string): string => /^vtysh -c '(.*)'$/.exec(command)?.[1] ?? '';
const expected = { ospf: 2, ospf3: 2, bgp: 2, bgp6: 2, route: { prefix: '10.255.0.1/32', nextHops: 2 } };

/** Switches with one version of OSPF, both, and none; and how many lines drain each. */
const drained = [
  ['spine-reflector', switches['spine-reflector']!, 2],
  ['dualStackLeaf', supported['dualStackLeaf']!, 3],
  ['unnumberedLeaf', supported['unnumberedLeaf']!, 1],
  ['vrfLeaf', supported['vrfLeaf']!, 2],
] as const;

describeWith(
  { programs: ['zebra', 'ospfd', 'ospf6d', 'bgpd', 'vtysh', 'unshare'], root: true },
  'FRR operations',
  () => {
    describe.each(drained)('of %s', (_, device, count) => {
      let ran: RunningFrr;
      const show = 'show running-config';
      const asked = operations.verify(expected).map(({ command }) => inner(command));
      const [sign] = operations.verifyDrained(device);
      beforeAll(() => {
        ran = runFrr(fileOf(device, 'frr.conf'), linksOf(device), [
          show,
          config(operations.drain(device)),
          show,
          inner(sign!.command),
          config(operations.undrain(device)),
          show,
          ...asked,
        ]);
      });

      it('drain with the lines that a file in maintenance has, on a running switch', () => {
        const [before = '', draining, after = '', , undraining] = ran.answers;
        expect(ran.loading).toEqual({ status: 0, stdout: '', stderr: '' });
        expect([draining, undraining]).toEqual(['', '']);
        const plain = fileOf(device, 'frr.conf').split('\n');
        const inFile = fileOf({ ...device, maintenance: true }, 'frr.conf').split('\n');
        expect(beyond(after.split('\n'), before.split('\n'))).toEqual(beyond(inFile, plain));
        expect(inFile).toHaveLength(plain.length + count);
      });

      it('show that it is drained, in the words that are expected', () => {
        expect(ran.answers[3]).toContain(sign!.expect);
        expect(ran.answers[0]).not.toContain(sign!.expect);
      });

      it('leave nothing behind when they are undone', () => {
        expect(ran.answers[5]).toBe(ran.answers[0]);
      });

      it('ask FRR in words that it knows', () => {
        const shown = ran.answers.slice(6);
        expect(shown).toHaveLength(asked.length);
        expect(shown.join('')).not.toMatch(/Unknown command|Ambiguous|incomplete/i);
      });
    });
  },
);

/** Lines that the second text does not have, each once. */
function beyond(lines: readonly string[], known: readonly string[]): string[] {
  const old = new Set(known);
  return [...new Set(lines.filter((line) => !old.has(line)))].toSorted();
}

const commands = (neighbors: ExpectedNeighbors): string[] => operations.verify(neighbors).map(({ command }) => command);

describe('checks of a switch', () => {
  it('ask for the protocols and families that are expected', () => {
    expect(commands({ ospf3: 2, bgp6: 2, route: { prefix: '2001:db8:ff::1/128', nextHops: 2 } })).toEqual([
      "vtysh -c 'show ipv6 ospf6 neighbor'",
      "vtysh -c 'show bgp ipv6 unicast summary established'",
      "vtysh -c 'show ipv6 route 2001:db8:ff::1/128'",
    ]);
    expect(commands({ bgp: 2 })).toEqual(["vtysh -c 'show bgp ipv4 unicast summary established'"]);
  });
});
