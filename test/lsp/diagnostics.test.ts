import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toLsp } from '../../src/lsp/diagnostics.ts';
import { uriOf } from '../../src/lsp/places.ts';

const file = { path: '/x/fabric.yaml', text: 'racks:\r\n  - name: r1\r  - name: r2\n' };
const at = (text: string) => ({ file, start: file.text.indexOf(text), end: file.text.indexOf(text) + text.length });
const diagnostic = {
  code: 'TOPO033',
  rule: 'within-range',
  severity: 'warning',
  message: 'Too much',
  span: at('- name: r1\r  - name: r2'),
  related: [{ message: 'as here', span: at('r2') }],
} as const;
const knowledge = { schema: {}, explanations: [], version: '1' };

describe('a diagnostic in the protocol', () => {
  it('is at the first line of its place, with what is related', () => {
    expect(toLsp(diagnostic, knowledge, uriOf)).toEqual({
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 12 } },
      severity: 2,
      code: 'TOPO033',
      source: 'heddle',
      message: 'Too much',
      relatedInformation: [
        {
          location: {
            uri: 'file:///x/fabric.yaml',
            range: { start: { line: 2, character: 10 }, end: { line: 2, character: 12 } },
          },
          message: 'as here',
        },
      ],
    });
  });

  it('has a reference where the package says where it is at home, and that heading is there', () => {
    const { codeDescription } = toLsp(
      diagnostic,
      { ...knowledge, homepage: 'https://code.example/x/heddle#readme' },
      uriOf,
    );
    const heading = 'topo033-within-range';
    expect(codeDescription?.href).toBe(`https://code.example/x/heddle/blob/main/docs/rules.md#${heading}`);
    const reference = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'rules.md'), 'utf8');
    expect(reference).toContain(`(#${heading})`);
  });
});
