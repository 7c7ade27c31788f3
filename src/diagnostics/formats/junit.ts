import type { Diagnostic } from '../diagnostic.ts';
import { extentOf } from '../extent.ts';
import { compareText } from '../sort.ts';
import { type Format, type FormatOptions, reportedPath } from './format.ts';
import { type Xml, element, printXml } from './xml.ts';

type Outcome = 'failure' | 'skipped' | 'error';

/** The findings of one file. */
interface Suite {
  readonly path: string;
  readonly cases: readonly Xml[];
  readonly counts: Readonly<Record<Outcome, number>>;
}

/** What a person needs who sees only the report. */
function body({ severity, code, rule, message, span, related, hint }: Diagnostic, options: FormatOptions): string {
  const place = (at: Diagnostic['span']) => {
    const { line, column } = extentOf(at).start;
    return `${reportedPath(at.file.path, options)}:${line}:${column}`;
  };
  return [
    `${place(span)}: ${severity} ${code}: ${message} (${rule})`,
    ...related.map((other) => `note: ${place(other.span)}: ${other.message}`),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ].join('\n');
}

/** Names that are each once, as GitLab takes a second case of a name for the first; without line numbers, which move. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Only errors fail: a warning is a case that was skipped, with its message. */
function suite(path: string, diagnostics: readonly Diagnostic[], options: FormatOptions): Suite {
  const unread = (options.unread ?? []).filter((one) => reportedPath(one.path, options) === path);
  const names = uniqueNames(diagnostics.map(({ code, rule, message }) => `${code} ${rule}: ${message}`));
  const testcase = (name: string, children: readonly Xml[]) =>
    element('testcase', { name, classname: path, time: '0' }, children);
  const found = diagnostics.map((diagnostic, index) => {
    const outcome = diagnostic.severity === 'error' ? 'failure' : 'skipped';
    const attributes = { message: diagnostic.message, type: diagnostic.severity };
    return testcase(names[index]!, [element(outcome, attributes, [body(diagnostic, options)])]);
  });
  const failed = unread.map(({ message }) =>
    testcase('is read', [element('error', { message, type: 'error' }, [message])]),
  );
  const cases = [...failed, ...found];
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return {
    path,
    cases: cases.length > 0 ? cases : [testcase('no problems', [])],
    counts: { failure: errors, skipped: diagnostics.length - errors, error: unread.length },
  };
}

/** A suite for each file that was looked at, or that a diagnostic is about, in order of the paths. */
function suites(diagnostics: readonly Diagnostic[], options: FormatOptions): Suite[] {
  const found = new Map<string, Diagnostic[]>();
  for (const path of [...(options.files ?? []), ...(options.unread ?? []).map((one) => one.path)]) {
    found.set(reportedPath(path, options), []);
  }
  for (const diagnostic of diagnostics) {
    const path = reportedPath(diagnostic.span.file.path, options);
    const there = found.get(path);
    if (there) there.push(diagnostic);
    else found.set(path, [diagnostic]);
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([path, list]) => suite(path, list, options));
}

/**
 * JUnit XML as GitLab, Jenkins and others read it: a suite for each file, a case for each diagnostic; a file without
 * any is a case that passed. The elements and attributes are those of Jenkins' `junit-10.xsd`, but that a file which
 * cannot be read is an `error`, as every reader has it, where that schema spells it `errors`.
 */
export const junit: Format = {
  name: 'junit',
  summary: 'JUnit XML, for GitLab, Jenkins and others: errors are failures, warnings are skipped',
  print(diagnostics, options) {
    const all = suites(diagnostics, options);
    const sum = (outcome: Outcome) => String(all.reduce((total, { counts }) => total + counts[outcome], 0));
    const children = all.map(({ path, cases, counts }) =>
      element(
        'testsuite',
        {
          name: path,
          tests: String(cases.length),
          failures: String(counts.failure),
          errors: String(counts.error),
          skipped: String(counts.skipped),
          time: '0',
        },
        cases,
      ),
    );
    const tests = String(all.reduce((total, { cases }) => total + cases.length, 0));
    const attributes = { name: 'heddle', tests, failures: sum('failure'), errors: sum('error'), time: '0' };
    return printXml(element('testsuites', attributes, children));
  },
};
