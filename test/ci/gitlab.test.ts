import { DOMParser } from '@xmldom/xmldom';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { useFolder } from '../cli/command-line.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { heddleProgram, programs, runWith, writeProject } from './installed.ts';

interface Job {
  readonly variables: Readonly<Record<string, string>>;
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly artifacts: { readonly when: string; readonly reports: Readonly<Record<'codequality' | 'junit', string>> };
}
const template = join(import.meta.dirname, '..', '..', 'ci', 'gitlab-heddle.yml');
const { 'heddle-lint': job } = parse(readFileSync(template, 'utf8')) as { 'heddle-lint': Job };

const path = useFolder();
const { main } = useHeddle();
beforeEach(() => writeProject(path('project')));

/** Runs lines of the job as the runner does, with these variables in place of the job's own. */
function execute(
  lines: readonly string[],
  given: Readonly<Record<string, string>>,
  found: Record<string, string> = {},
) {
  return runWith('/bin/sh', ['-ec', lines.join('\n')], path('project'), {
    ...job.variables,
    PATH: programs(path('bin'), { heddle: heddleProgram(main()), ...found }),
    CI_PROJECT_DIR: path('project'),
    ...given,
  });
}

interface Issue {
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}
const report = (name: 'codequality' | 'junit'): string =>
  readFileSync(path('project', job.artifacts.reports[name]), 'utf8');

describe('the template for GitLab', () => {
  it('fails for errors, and leaves both reports for the merge request', () => {
    const { status, stdout, stderr } = execute(job.script, { HEDDLE_FILES: 'sites sites/**/bad.yaml' });
    expect(status, stderr).toBe(1);
    expect(stdout).toMatch(/^sites\/a b\/bad\.yaml:2:\d+: error /m);
    const issues = JSON.parse(report('codequality')) as Issue[];
    const critical = issues.filter(({ severity }) => severity === 'critical');
    expect(critical.map(({ location }) => `${location.path}:${location.lines.begin}`)).toEqual(
      expect.arrayContaining(['sites/a b/bad.yaml:2', 'sites/a b/bad.yaml:3']),
    );
    const document = new DOMParser().parseFromString(report('junit'), 'text/xml');
    expect(document.getElementsByTagName('failure')).toHaveLength(critical.length);
    expect(document.getElementsByTagName('testsuite')).toHaveLength(3);
    expect(job.artifacts.when).toBe('always');
  });

  it('passes with warnings, unless the project says how many are too many', () => {
    const usual = execute(job.script, { HEDDLE_FILES: 'sites' });
    expect(usual.status, usual.stderr).toBe(0);
    expect((JSON.parse(report('codequality')) as Issue[]).map(({ severity }) => severity)).toContain('minor');
    expect(execute(job.script, { HEDDLE_FILES: 'sites', HEDDLE_MAX_WARNINGS: '0' }).status).toBe(1);
    expect(execute(job.script, { HEDDLE_FILES: 'nowhere' }).status).toBe(2);
  });

  it('installs the package that the project names, or one built from a repository', () => {
    const told = { npm: `echo "npm $*"`, git: `echo "git $*"` };
    const named = execute(job.before_script, { HEDDLE_PACKAGE: 'heddle@1.2.3' }, told);
    expect(named).toMatchObject({ status: 0, stdout: 'npm install --global --no-audit --no-fund heddle@1.2.3\n' });

    writeFileSync(path('heddle-1.tgz'), '');
    const clone = `echo "git $*"; mkdir -p ${path('heddle')}`;
    const lines = job.before_script.map((line) => line.replaceAll('/tmp', path()));
    const given = { HEDDLE_REPOSITORY: 'https://git.example/heddle.git', HEDDLE_REF: 'v1' };
    const { status, stdout } = execute(lines, given, { ...told, git: clone });
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      `git clone --quiet --depth 1 --branch v1 -- https://git.example/heddle.git ${path('heddle')}`,
      'npm ci --no-audit --no-fund',
      `npm pack --pack-destination ${path()}`,
      `npm install --global --no-audit --no-fund ${path('heddle-1.tgz')}`,
    ]);
  });
});
