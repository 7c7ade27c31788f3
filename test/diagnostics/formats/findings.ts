import type { Diagnostic, Explanation } from '../../../src/diagnostics/diagnostic.ts';
import type { FormatOptions } from '../../../src/diagnostics/formats/index.ts';
import type { SourceFile, Span } from '../../../src/diagnostics/span.ts';

const racks: SourceFile = {
  path: 'sites/zone é/racks 100%.yaml',
  text: 'racks:\r\n  - name: r1\r\n  - name: r1\r\n    "😀": r9\r\n',
};
const fabric: SourceFile = { path: 'fabric.yaml', text: 'name: x\nkey: hunter2\nasn: 65000\n' };

/** The span of the last `text` in a file. */
export function spanOf(file: SourceFile, text: string): Span {
  const start = file.text.lastIndexOf(text);
  return { file, start, end: start + text.length };
}

const secret = fabric.text.indexOf('hunter2');
export const concealing: SourceFile = { ...fabric, concealed: [{ start: secret, end: secret + 'hunter2'.length }] };

const first: Span = { file: racks, start: racks.text.indexOf('r1'), end: racks.text.indexOf('r1') + 2 };

/** An error with all there is, two that differ in their place alone, a warning over lines, and a remark. */
export const findings: readonly Diagnostic[] = [
  {
    code: 'FAB900',
    rule: 'asn-is-well-chosen',
    severity: 'warning',
    message: 'ASN 65000 is that of {0} others, 50% of "all" <b>',
    span: { file: fabric, start: fabric.text.indexOf('key'), end: fabric.text.length },
    related: [],
  },
  {
    code: 'TOPO900',
    rule: 'name-is-short',
    severity: 'info',
    message: 'x',
    span: spanOf(fabric, 'x'),
    related: [],
  },
  {
    code: 'FAB002',
    rule: 'no-duplicate-name',
    severity: 'error',
    message: 'two racks are named r1',
    span: spanOf(racks, 'r1'),
    related: [{ message: 'the first is here', span: first }],
    hint: 'give each its own name, such as r{1..2}:\nor r1, r2',
    fix: { title: 'name it r2', edits: [{ span: spanOf(racks, 'r1'), text: 'r2' }] },
  },
  {
    code: 'FAB002',
    rule: 'no-duplicate-name',
    severity: 'error',
    message: 'two racks are named r1',
    span: first,
    related: [],
  },
  {
    code: 'FAB002',
    rule: 'no-duplicate-name',
    severity: 'error',
    message: 'r9 comes after \u{1F600}',
    span: spanOf(racks, 'r9'),
    related: [],
  },
];

const explanation: Explanation = {
  code: 'FAB002',
  name: 'no-duplicate-name',
  severity: 'error',
  summary: 'Every name is given once.',
  why: 'Two switches of one name write one config.',
  source: 'RFC 1178',
  example: { wrong: 'racks:\n  - name: r1\n  - name: r1 # ``` \n', right: 'racks:\n  - name: r{1..2}\n' },
};

export const options: FormatOptions = {
  colour: false,
  files: ['fabric.yaml', 'good.yaml'],
  unread: [{ path: 'nowhere.yaml', message: 'Cannot read nowhere.yaml: there is no such file' }],
  explain: (code) => (code === explanation.code ? explanation : undefined),
  version: '1.2.3',
};
