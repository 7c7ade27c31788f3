import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { FormatOptions } from '../../../src/diagnostics/formats/index.ts';
import { junit } from '../../../src/diagnostics/formats/junit.ts';
import { expectGolden } from '../../support/goldens.ts';
import { findings, options } from './findings.ts';

/** What `junit-10.xsd` of Jenkins allows: of each element its attributes (a `!` is required) and children. */
const allowed: Readonly<Record<string, { attributes: string; children: string }>> = {
  testsuites: { attributes: 'name time tests failures errors', children: 'testsuite' },
  testsuite: {
    attributes: 'name! tests! failures! errors! group time skipped timestamp hostname id package file log url version',
    children: 'testsuite properties testcase system-out system-err',
  },
  testcase: { attributes: 'name! time classname group', children: 'skipped error failure system-out system-err' },
  failure: { attributes: 'type message', children: '#text' },
  skipped: { attributes: 'type message', children: '#text' },
  error: { attributes: 'type message', children: '#text' },
};

function faultsOf(element: Element): string[] {
  const rule = allowed[element.tagName];
  if (!rule) return [`no element ${element.tagName}`];
  const attributes = rule.attributes.split(' ');
  const names = [...element.attributes].map((attribute) => attribute.name);
  const missing = attributes.filter((name) => name.endsWith('!') && !names.includes(name.slice(0, -1)));
  const unknown = names.filter((name) => !attributes.includes(name) && !attributes.includes(`${name}!`));
  const children = childrenOf(element);
  const text = [...element.childNodes].some((node) => node.nodeName === '#text' && node.nodeValue?.trim());
  const strange = [...children.map((child) => child.tagName), ...(text ? ['#text'] : [])].filter(
    (name) => !rule.children.split(' ').includes(name),
  );
  return [
    ...[...missing, ...unknown, ...strange].map((what) => `${element.tagName}: ${what}`),
    ...children.flatMap(faultsOf),
  ];
}

const childrenOf = (element: Element) => [...element.childNodes].filter((node) => node.nodeType === 1) as Element[];

/** Reads a report as strictly as XML asks. */
function parse(xml: string): Element {
  const document = new DOMParser({
    onError: (level, message) => {
      // It warns of the very character that stands for what cannot be shown.
      if (!message.includes('Unicode replacement character')) throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml');
  return document.documentElement!;
}

function reportOf(diagnostics: readonly Diagnostic[], given: FormatOptions = options): Element {
  const root = parse(junit.print(diagnostics, given));
  expect(root.tagName).toBe('testsuites');
  expect(faultsOf(root)).toEqual([]);
  return root;
}

const numbersOf = (element: Element) =>
  ['tests', 'failures', 'errors', 'skipped'].map((name) => element.getAttribute(name));

describe('junit', () => {
  it('is as it was looked at', () => {
    reportOf(findings);
    expectGolden('formats/lint.junit.xml', junit.print(findings, options));
  });

  it('is judged by rules that find what is wrong', () => {
    expect(faultsOf(parse('<testsuites><testsuite name="x">text<case/></testsuite></testsuites>'))).toEqual([
      'testsuite: tests!',
      'testsuite: failures!',
      'testsuite: errors!',
      'testsuite: case',
      'testsuite: #text',
      'no element case',
    ]);
    expect(() => parse('<testsuites name="\u0001"><</testsuites>')).toThrow();
  });

  it('has a suite for each file, with its numbers; one without findings has passed', () => {
    const root = reportOf(findings);
    expect(numbersOf(root)).toEqual(['7', '3', '1', null]);
    const suites = childrenOf(root).map((suite) => [suite.getAttribute('name'), ...numbersOf(suite)]);
    expect(suites).toEqual([
      ['fabric.yaml', '2', '0', '0', '2'],
      ['good.yaml', '1', '0', '0', '0'],
      ['nowhere.yaml', '1', '0', '1', '0'],
      ['sites/zone é/racks 100%.yaml', '3', '3', '0', '0'],
    ]);
    const [passed] = childrenOf(childrenOf(root)[1]!);
    expect(childrenOf(passed!)).toEqual([]);
  });

  it('gives each case of a file its own name', () => {
    for (const suite of childrenOf(reportOf(findings))) {
      const names = childrenOf(suite).map((one) => one.getAttribute('name'));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('holds any text: what XML cannot is replaced, the rest comes back as it was', () => {
    const hostile = '<a b="c" d=\'e\'>&amp; ]]> \t\r\n\u{1F600}\u0085\u2028';
    const lost = '\u0000\u0001\u001b\u000b\ufffe\uffff\ud800';
    const file = { path: `${hostile}${lost}`, text: 'x' };
    const root = reportOf([
      { ...findings[1]!, message: hostile + lost, hint: hostile, span: { file, start: 0, end: 1 } },
    ]);
    const replaced = hostile + '\ufffd'.repeat(lost.length);
    const suite = childrenOf(root).find((one) => one.getAttribute('name') === replaced);
    const [skipped] = childrenOf(childrenOf(suite!)[0]!);
    expect(skipped!.getAttribute('message')).toBe(replaced);
    expect(skipped!.textContent).toContain(`hint: ${hostile}`);
  });

  it('is a report without files or findings, too', () => {
    expect(numbersOf(reportOf([], { colour: false }))).toEqual(['0', '0', '0', null]);
  });
});
