import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/run.ts';
import { Session } from '../../src/cli/session.ts';
import { heddle } from './command-line.ts';

const silent = { write: () => true };
const program = createProgram(new Session({ stdout: silent, stderr: silent, env: {} }));
const names = program.commands.map((command) => command.name());

/** Text without the line breaks that fit it to a terminal. */
const flowed = (text: string) => text.replaceAll(/\s+/g, ' ');

function expectWhole(command: Command, out: string): void {
  const text = flowed(out);
  expect(text).toContain(flowed(command.description()));
  for (const argument of command.registeredArguments) {
    expect(argument.description).not.toBe('');
    expect(text).toContain(`${argument.name()} ${flowed(argument.description)}`);
  }
  for (const option of command.options) {
    expect(option.description, option.flags).not.toBe('');
    expect(text).toContain(`${option.flags} ${flowed(option.description)}`);
  }
}

describe('help', () => {
  it('of heddle names every command, what each does, the first steps and the exit codes', async () => {
    const { code, out, err } = await heddle(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(names).toEqual(['init', 'lint', 'plan', 'build', 'lab', 'explain', 'schema', 'lsp']);
    expectWhole(program, out);
    for (const command of program.commands) expect(flowed(out)).toContain(command.summary());
    expect(out).toContain('$ heddle init fabric.yaml');
    expect(out).toMatch(/Exit codes: 0 .*1 .*2 .*3 /s);
  });

  it.each(names)('of %s names every argument and option and ends with examples', async (name) => {
    const command = program.commands.find((one) => one.name() === name)!;
    const { code, out, err } = await heddle([name, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: heddle ${name}`));
    expectWhole(command, out);
    expect(out).toContain(`  $ heddle ${name}`);
    expect((await heddle(['help', name])).out).toBe(out);
  });

  it.each(names)('of %s fits a terminal of 100 columns', async (name) => {
    const { out } = await heddle([name, '--help'], { columns: 100 });
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('is printed, as an error, when there is nothing to do', async () => {
    const { code, out, err } = await heddle([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe((await heddle(['--help'])).out);
  });

  it('is not the only thing: there is a version', async () => {
    expect(await heddle(['--version'])).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/),
      err: '',
    });
  });
});

describe('usage', () => {
  it.each([
    [['buidl', 'x.yaml'], "unknown command 'buidl'", '(Did you mean build?)'],
    [['build', 'x.yaml', '--chek'], "unknown option '--chek'", '(Did you mean --check?)'],
    [['lint', 'x.yaml', '--max-warning', '1'], "unknown option '--max-warning'", '(Did you mean --max-warnings?)'],
    [['build'], "missing required argument 'file'", '--help'],
    [['build', 'a', 'b'], 'too many arguments', '--help'],
    [['lint', 'a', '--format', 'xml'], 'Allowed choices are text, json', '--help'],
    [['lint', 'a', '--max-warnings', 'none'], 'It is a number', '--help'],
    [['build', 'a', '--design', 'spaghetti'], 'Allowed choices are', '--help'],
    [['help', 'nothing'], 'Usage: heddle', 'Commands:'],
  ])('%j is refused with exit code 2: %s', async (args, message, more) => {
    const { code, out, err } = await heddle(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(more);
  });
});
