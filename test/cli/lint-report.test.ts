import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { projectPaths } from '../../src/cli/project-path.ts';
import { sarifErrors } from '../diagnostics/formats/sarif-schema.ts';
import { heddle, smallTopology, useFolder } from './command-line.ts';

const path = useFolder();
beforeEach(() => {
  writeFileSync(path('good.yaml'), smallTopology);
  writeFileSync(path('bad.yaml'), smallTopology.replace('10.254.0.0/24', '10.255.0.0/25'));
});

const lint = (...args: string[]) => heddle(['lint', path('bad.yaml'), path('good.yaml'), ...args]);

interface Sarif {
  runs: [
    {
      tool: { driver: { version: string; rules: { id: string; help: { markdown: string } }[] } };
      results: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }[];
    },
  ];
}

describe('reports of heddle lint', () => {
  it('are valid SARIF, with version, rules and their help', async () => {
    const { code, out, err } = await lint('--format', 'sarif');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const log = JSON.parse(out) as Sarif;
    expect(sarifErrors(log)).toEqual([]);
    const [{ tool, results }] = log.runs;
    expect(tool.driver.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(tool.driver.rules.length).toBeGreaterThan(0);
    for (const rule of tool.driver.rules) expect(rule.help.markdown).toContain('**Right:**');
    // It lies outside of the project.
    expect(results[0]!.locations[0].physicalLocation.artifactLocation.uri).toBe(`file://${path('bad.yaml')}`);
  });

  it('tell JUnit of every file that was looked at, or could not be', async () => {
    const { code, out } = await lint(path('nowhere.yaml'), '--format', 'junit');
    expect(code).toBe(2);
    expect(out).toMatch(/<testsuite name="[^"]*bad\.yaml" tests="\d+" failures="[1-9]/);
    expect(out).toMatch(/<testcase name="no problems" classname="[^"]*good\.yaml"/);
    expect(out).toMatch(/<testsuite name="[^"]*nowhere\.yaml" tests="1" failures="0" errors="1"/);
  });

  it('are annotations for GitHub, and issues for GitLab', async () => {
    const github = await lint('--format', 'github');
    expect(github.out).toMatch(/^::error file=.*bad\.yaml,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[A-Z]+\d+ /);
    const gitlab = await lint('--format', 'gitlab');
    expect(JSON.parse(gitlab.out)).toMatchObject([{ severity: 'critical', location: { path: path('bad.yaml') } }]);
  });

  it('go to a file whole, and nothing but their numbers to the terminal', async () => {
    const printed = await lint('--format', 'gitlab');
    writeFileSync(path('report.json'), 'old');
    const written = await lint('--format', 'gitlab', '-o', path('report.json'));
    expect(written).toEqual({ code: 1, out: '', err: `1 error; the report is in ${path('report.json')}.\n` });
    expect(readFileSync(path('report.json'), 'utf8')).toBe(printed.out);
    expect(readdirSync(path()).toSorted()).toEqual(['bad.yaml', 'good.yaml', 'report.json']);
  });

  it('have no colours in a file', async () => {
    await heddle(['lint', path('bad.yaml'), '--output-file', path('report.txt')], { tty: true });
    const text = readFileSync(path('report.txt'), 'utf8');
    expect(text).toMatch(/: error [A-Z]+\d+: /);
    expect(text).not.toContain('\u001b');
  });

  it('say so when they cannot be written', async () => {
    mkdirSync(path('folder'));
    const folder = await lint('-o', path('folder'));
    expect(folder).toEqual({ code: 2, out: '', err: `error: Cannot write ${path('folder')}: it is a directory\n` });
    expect((await lint('-o', path('nowhere/x'))).code).toBe(2);
  });

  it('are the same in any order of the arguments', async () => {
    const one = await heddle(['lint', path('good.yaml'), path('bad.yaml'), '--format', 'junit']);
    expect(await lint('--format', 'junit')).toEqual(one);
  });
});

describe('paths in reports', () => {
  const here = process.cwd();
  it('start at the working directory, or at the root that CI names', () => {
    expect(projectPaths({})('a/b.yaml')).toBe('a/b.yaml');
    expect(projectPaths({})(`${here}/a.yaml`)).toBe('a.yaml');
    const above = here.slice(0, here.lastIndexOf('/')) || '/';
    const folder = here.slice(here.lastIndexOf('/') + 1);
    expect(projectPaths({ GITHUB_WORKSPACE: above })('a.yaml')).toBe(`${folder}/a.yaml`);
    expect(projectPaths({ CI_PROJECT_DIR: here })('..a.yaml')).toBe('..a.yaml');
  });

  it('are whole outside of it', () => {
    expect(projectPaths({})('/elsewhere/a.yaml')).toBe('/elsewhere/a.yaml');
    expect(projectPaths({})('../a.yaml')).toBe(`${here.slice(0, here.lastIndexOf('/'))}/a.yaml`);
  });

  it('do not start at a root that the working directory is not in', () => {
    expect(projectPaths({ GITHUB_WORKSPACE: '/elsewhere' })('a.yaml')).toBe('a.yaml');
    expect(projectPaths({ GITHUB_WORKSPACE: '.' })('a.yaml')).toBe('a.yaml');
  });
});
