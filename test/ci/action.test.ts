import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { useFolder } from '../cli/command-line.ts';
import { sarifErrors } from '../diagnostics/formats/sarif-schema.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { programs, runWith, writeProject } from './installed.ts';

const root = join(import.meta.dirname, '..', '..');
const script = join(root, 'ci', 'action.sh');

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { description: string; required?: boolean; default?: string }>>;
  readonly outputs: Readonly<Record<string, { description: string; value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const inputs = Object.keys(action.inputs);

const path = useFolder();
const { main } = useHeddle();
beforeEach(() => {
  writeProject(path('work'));
  mkdirSync(path('temp'));
});

/** Runs the script as the step of the action does, with these inputs, in a project of three topologies. */
function act(given: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  for (const name of ['output', 'summary']) writeFileSync(path(name), '');
  const variables = Object.entries(given).map(([name, value]) => [
    `HEDDLE_${name.toUpperCase().replaceAll('-', '_')}`,
    value,
  ]);
  const { status, stdout, stderr } = runWith(script, [], path('work'), {
    PATH: programs(path('bin'), {}),
    TMPDIR: path('temp'),
    GITHUB_WORKSPACE: path('work'),
    GITHUB_OUTPUT: path('output'),
    GITHUB_STEP_SUMMARY: path('summary'),
    HEDDLE_ACTION: dirname(dirname(dirname(main()))),
    ...Object.fromEntries(variables),
    ...more,
  });
  const output = Object.fromEntries(
    readFileSync(path('output'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('=', 2)),
  ) as Record<string, string>;
  expect(readdirSync(path('temp'))).toEqual([]);
  return { status, stdout, stderr, output, summary: readFileSync(path('summary'), 'utf8') };
}

describe('action.yml', () => {
  it('has what a composite action must have', () => {
    expect(action.runs.using).toBe('composite');
    for (const one of [action, ...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(one.description).toMatch(/\.$/);
    for (const step of action.runs.steps) {
      // Either it runs another action, of one version, or a command of a shell.
      if (step.run === undefined) expect(step.uses).toMatch(/^[\w-]+\/[\w-]+@v\d+$/);
      else expect(step.shell).toBe('bash');
    }
    expect(inputs.filter((name) => action.inputs[name]!.required)).toEqual(['files']);
  });

  it('hands every input to the script as a variable, and none to a shell as text', () => {
    const step = action.runs.steps.find(({ id }) => id === 'lint')!;
    expect(action.runs.steps.map(({ run }) => run ?? '').join()).not.toContain('${{');
    const handed = inputs.filter((name) => name !== 'node-version');
    expect(Object.entries(step.env!)).toEqual(
      expect.arrayContaining(
        handed.map((name) => [`HEDDLE_${name.toUpperCase().replaceAll('-', '_')}`, `\${{ inputs.${name} }}`]),
      ),
    );
    const read = new Set(readFileSync(script, 'utf8').match(/\bHEDDLE_\w+/g));
    expect([...read].toSorted()).toEqual(Object.keys(step.env!).toSorted());
  });

  it('gives outputs that the script sets', () => {
    const { output } = act({ files: 'sites/good.yaml' });
    expect(Object.keys(output)).toEqual(Object.keys(action.outputs));
    for (const [name, { value }] of Object.entries(action.outputs))
      expect(value).toBe(`\${{ steps.lint.outputs.${name} }}`);
  });
});

describe("the action's script", () => {
  it('passes a sound project', () => {
    const { status, stdout, output, summary } = act({ files: 'sites/good.yaml' });
    expect(status, stdout).toBe(0);
    expect(stdout).not.toMatch(/^::(error|warning)/m);
    expect(output).toEqual({ errors: '0', warnings: '0', 'sarif-file': '' });
    expect(summary).toContain('errors 0, warnings 0');
  });

  it('annotates the lines of what is wrong, by paths of the project, and fails', () => {
    const { status, stdout, output, summary } = act({ files: '\n  sites/a b/bad.yaml  \r\nsites/*.yaml\n' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=sites\/a b\/bad\.yaml,line=2,endLine=2,col=\d+/m);
    expect(stdout).toMatch(/^::error file=sites\/a b\/bad\.yaml,line=3,/m);
    expect(stdout).toMatch(/^::warning file=sites\/doubtful\.yaml,line=\d+,/m);
    const { length } = stdout.match(/^::error /gm)!;
    expect(output).toMatchObject({ errors: String(length), warnings: '1' });
    expect(summary).toContain(`errors ${length}, warnings 1`);
    expect(summary).toContain('fabric: &lt;b>');
    expect(summary).not.toContain('<b>');
  });

  it('fails for warnings only where there are more than allowed', () => {
    expect(act({ files: 'sites' }).status).toBe(0);
    expect(act({ files: 'sites', 'max-warnings': '1' }).status).toBe(0);
    const { status, stderr } = act({ files: 'sites', 'max-warnings': '0' });
    expect(status).toBe(1);
    expect(stderr).toContain('--max-warnings');
  });

  it('writes SARIF as well', () => {
    const { status, output } = act({ files: 'sites/a b/bad.yaml', 'sarif-file': 'a report.sarif' });
    expect(status).toBe(1);
    expect(output['sarif-file']).toBe('a report.sarif');
    const log = JSON.parse(readFileSync(path('work', 'a report.sarif'), 'utf8')) as { runs: [{ results: unknown[] }] };
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0].results).toHaveLength(Number(output['errors']));
  });

  it('prints for people what the runner must not take for commands', () => {
    writeFileSync(path('work', '::error::x.yaml'), 'racks: [\n');
    const { status, stdout } = act({ files: '::error::x.yaml', annotations: 'false' });
    expect(status).toBe(1);
    const [first, ...lines] = stdout.trimEnd().split('\n');
    expect(first).toMatch(/^::stop-commands::tmp\.\w+$/);
    expect(lines.at(-1)).toBe(`::${first!.split('::')[2]!}::`);
    expect(lines.join('\n')).toContain('racks: [');
  });

  it('tells of a file that is not there, beside what is wrong in the others', () => {
    const { status, stdout, output } = act({ files: 'nowhere.yaml\nsites/a b/bad.yaml' });
    expect(status).toBe(2);
    expect(stdout).toMatch(/^::error file=nowhere\.yaml,title=heddle::/m);
    expect(Number(output['errors'])).toBeGreaterThan(0);
  });

  it.each([
    [{ files: ' \n' }, 'names no file'],
    [{ files: 'sites', 'max-warnings': '-1' }, 'max-warnings'],
    [{ files: 'sites', annotations: 'yes' }, 'annotations'],
    [{ files: 'sites', version: '1 --registry=x' }, 'version'],
    [{ files: 'sites', version: '$(touch pwned)' }, 'version'],
    [{ files: 'sites', 'sarif-file': 'x\nerrors=0' }, 'sarif-file'],
  ])('refuses %j', (given, words) => {
    const { status, stdout, output } = act(given);
    expect(status).toBe(2);
    expect(stdout).toMatch(/^::error title=heddle::[^\n]*\n$/);
    expect(stdout).toContain(words);
    expect(output).toEqual({});
  });

  it('takes no input for code or an option', () => {
    const hostile = ['$(touch pwned)', '`touch pwned`', '; touch pwned', '--format=json', '"; touch pwned; "'];
    const { status, stdout, stderr } = act({ files: hostile.join('\n'), 'sarif-file': '$(touch pwned).sarif' });
    expect(status).toBe(2);
    expect(stdout.match(/^::error /gm), stderr).toHaveLength(hostile.length);
    expect(existsSync(path('work', 'pwned'))).toBe(false);
    expect(readdirSync(path('work')).toSorted()).toEqual(['$(touch pwned).sarif', 'sites']);
  });

  it('runs a version of the package where one is asked for, and builds itself where it is not built', () => {
    const asked = programs(path('bin'), { npx: `echo "npx: $*"; exit 7` });
    const { status, stdout } = act({ files: 'sites\n-x', version: '1.2.3-beta.1' }, { PATH: asked });
    expect(status).toBe(7);
    expect(stdout.split('\n')[0]).toBe('npx: --yes heddle@1.2.3-beta.1 lint --format github -- sites -x');

    mkdirSync(path('source'));
    const npm = `echo "npm: $* in $PWD"; mkdir -p dist/cli; echo "import(process.env.REAL)" > dist/cli/main.cjs`;
    const built = act(
      { files: 'sites/good.yaml' },
      { PATH: programs(path('bin'), { npm }), HEDDLE_ACTION: path('source'), REAL: main() },
    );
    expect(built.status, built.stdout + built.stderr).toBe(0);
    expect(built.stdout).toContain(`npm: ci --no-audit --no-fund in ${path('source')}\nnpm: run build in`);
  });
});
