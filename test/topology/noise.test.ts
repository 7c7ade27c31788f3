import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { exampleTopology } from '../../src/rules/example.ts';
import { exampleWith, readText } from './read-text.ts';

const rich = exampleWith(`zones: [a, b]
pods: 2
system: { users: [{ name: op, sshKeys: [ssh-ed25519 AAAA] }], snmp: { community: env:C, clients: [10.0.0.0/8] } }
links:
  - &link { a: "spine1:1", z: r1-leaf1, length: 2.5 }
  - { <<: *link, absent: true }
devices: { spine1: { unit: 3, maintenance: true } }
routing: { ospf: { authentication: { key: env:K } } }
`);

/** Either a topology, or an error that says why not; and every place is inside its file. */
function judge(text: string): readonly Diagnostic[] {
  const { topology, diagnostics } = readText(text);
  expect(topology !== undefined || hasErrors(diagnostics)).toBe(true);
  for (const { span, message, related } of diagnostics) {
    for (const { start, end, file } of [span, ...related.map((one) => one.span)]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(file.text.length);
    }
    expect(message).not.toMatch(/undefined|\[object|\p{Cc}/u);
  }
  return diagnostics;
}

const words = 'a name racks networks 5 -1 1e400 null true " \' \\ *a &a !t | > { } [ ] , : ? # % @ ---'.split(' ');
const spaced = [': ', '- ', '? ', '<<: ', '\n', '\n  ', '\n- ', '\n...\n', '\t', ' ', '\r\n', '\u0085', '\ufeff'];
const pieces = [...words, ...spaced, '__proto__', 'constructor', '\u{1f600}'];

const values = [
  '',
  'null',
  '0',
  '-1',
  '99999999999',
  '1.5',
  '"x"',
  'x y',
  '[]',
  '{}',
  '[[]]',
  '{ a: 1 }',
  '*x',
  '.nan',
  '!x y',
  '"\\u009b"',
];

describe('the reader never throws', () => {
  it('on noise that looks like YAML', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        judge(parts.join(''));
      }),
      { numRuns: 600 },
    );
  });

  it('on text of any kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        judge(text);
      }),
      { numRuns: 300 },
    );
  });

  it('on bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { topology } = readText(bytes);
        expect(topology).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('on a topology in which pieces were replaced', () => {
    expect(judge(rich)).toEqual([]);
    const edit = fc.record({ at: fc.nat(rich.length), length: fc.nat(6), piece: fc.constantFrom(...pieces) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = rich;
        for (const { at, length, piece } of edits) text = text.slice(0, at) + piece + text.slice(at + length);
        judge(text);
      }),
      { numRuns: 600 },
    );
  });

  it('on a topology in which values were replaced, and what it returns is clean', () => {
    const found = [...rich.matchAll(/(?<=[\w"]: )(?:[\w./:-]+|"[^"]*")/g)];
    expect(found.length).toBeGreaterThan(30);
    const edit = fc.record({ match: fc.constantFrom(...found), value: fc.constantFrom(...values) });
    fc.assert(
      fc.property(
        fc.uniqueArray(edit, { minLength: 1, maxLength: 5, selector: ({ match }) => match.index }),
        (edits) => {
          let text = rich;
          for (const { match, value } of edits.toSorted((a, b) => b.match.index - a.match.index)) {
            text = text.slice(0, match.index) + value + text.slice(match.index + match[0].length);
          }
          judge(text);
          const { topology } = readText(text);
          if (topology) expect(judge(JSON.stringify(topology.data))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('on the example cut off anywhere', () => {
    for (let length = 0; length < exampleTopology.length; length += 3) judge(exampleTopology.slice(0, length));
  });
});
