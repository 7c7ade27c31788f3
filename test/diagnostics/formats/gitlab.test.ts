import { describe, expect, it } from 'vitest';
import { gitlab } from '../../../src/diagnostics/formats/gitlab.ts';
import { expectGolden } from '../../support/goldens.ts';
import { findings, options } from './findings.ts';

interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number; end: number } };
}

const issuesOf = (diagnostics = findings) => JSON.parse(gitlab.print(diagnostics, options)) as Issue[];

describe('gitlab', () => {
  it('is as it was looked at', () => {
    expectGolden('formats/lint.gitlab.json', gitlab.print(findings, options));
  });

  it('has what GitLab asks for, in words that it knows', () => {
    const issues = issuesOf();
    expect(issues.map((issue) => issue.severity)).toEqual(['minor', 'info', 'critical', 'critical', 'critical']);
    expect(issues[2]).toMatchObject({
      description: expect.stringMatching(/^FAB002: two racks are named r1 \(hint: /) as unknown,
      check_name: 'no-duplicate-name',
      location: { path: 'sites/zone é/racks 100%.yaml', lines: { begin: 3, end: 3 } },
    });
    for (const issue of issues) expect(issue.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives each issue a fingerprint of its own', () => {
    expect(new Set(issuesOf().map((issue) => issue.fingerprint)).size).toBe(findings.length);
  });

  it('is an empty list without findings', () => {
    expect(gitlab.print([], options)).toBe('[]\n');
  });
});
