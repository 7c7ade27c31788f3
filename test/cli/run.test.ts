import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { run as runProgram } from '../support/verifier.ts';

const main = join(import.meta.dirname, '../../src/cli/main.ts');
const node = [process.execPath, '--import', 'tsx', main].map((word) => `'${word}'`).join(' ');

/** A run in which printing throws what no code expects. */
async function broken(env: Record<string, string>): Promise<{ code: number; err: string }> {
  let err = '';
  const code = await run(['init', '-'], {
    stdout: {
      write() {
        throw new TypeError('cannot read \u001b[31m of undefined');
      },
    },
    stderr: { write: (text) => (err += text) },
    env,
  });
  return { code, err };
}

describe('a bug', () => {
  it('ends with exit code 3, asks to be reported, and shows no stack', async () => {
    const { code, err } = await broken({});
    expect(code).toBe(3);
    expect(err).toContain('this is a bug in heddle: TypeError: cannot read ␛[31m of undefined\n');
    expect(err).toContain('Please report it');
    expect(err).toContain('HEDDLE_DEBUG=1');
    expect(err).not.toContain('    at ');
  });

  it('shows its stack with HEDDLE_DEBUG=1', async () => {
    const { code, err } = await broken({ HEDDLE_DEBUG: '1' });
    expect(code).toBe(3);
    expect(err).toMatch(/\n {4}at .*run\.test\.ts/);
  });
});

describe('the program', () => {
  it('prints results to stdout and ends with the exit code', () => {
    const version = runProgram('sh', ['-c', `${node} --version`]);
    expect(version).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+/), stderr: '' });
    const usage = runProgram('sh', ['-c', `${node} nonsense`]);
    expect(usage).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining("unknown command 'nonsense'") });
    const missing = runProgram('sh', ['-c', `${node} lint /nowhere.yaml`]);
    expect(missing).toMatchObject({ status: 2, stderr: 'error: Cannot read /nowhere.yaml: there is no such file\n' });
  });

  it('is silent when the reader has seen enough, and keeps its exit code', () => {
    const script = `( ${node} schema; echo "code $?" >&2 ) | true`;
    expect(runProgram('sh', ['-c', script])).toEqual({ status: 0, stdout: '', stderr: 'code 0\n' });
    const wrong = join(import.meta.dirname, '..', 'rules', 'all-at-once.yaml');
    const failing = `( ${node} lint ${wrong}; echo "code $?" >&2 ) | true`;
    expect(runProgram('sh', ['-c', failing])).toEqual({ status: 0, stdout: '', stderr: 'code 1\n' });
  });
});
