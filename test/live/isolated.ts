import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { compile } from '../../src/pipeline/compile.ts';

const project = join(import.meta.dirname, '..', '..');

/** What a lab needs of the machine, for `describeWith`. */
export const labNeeds = {
  programs: ['ip', 'bridge', 'sysctl', 'zebra', 'vtysh', 'ping', 'nsenter', 'setpriv', 'unshare'],
  root: true,
};

/** One outer process in private namespaces: when it ends, all that it started ends with it. */
const isolate = [
  '--pdeathsig',
  'KILL',
  'unshare',
  '--mount',
  '--pid',
  '--net',
  '--uts',
  '--ipc',
  '--fork',
  '--kill-child=KILL',
  '--mount-proc',
];

function compileInto(out: string, topology: string, environment: Record<string, string>): void {
  const compilation = compile(join(project, 'topologies', topology), { environment });
  expect(compilation.diagnostics).toEqual([]);
  for (const { path, content } of compilation.artifacts()) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
}

/**
 * Compiles a topology into a temporary folder, runs a lab of this folder on it in private namespaces, and gives what
 * the lab printed as JSON. Nothing stays behind.
 */
export async function runLab(
  lab: string,
  topology: string,
  options: { environment?: Record<string, string>; seconds: number },
): Promise<unknown> {
  const out = mkdtempSync(join(tmpdir(), 'heddle-live-'));
  try {
    compileInto(out, topology, options.environment ?? {});
    const inner = [process.execPath, '--import', 'tsx', join(import.meta.dirname, lab), out];
    const { stdout, stderr } = await promisify(execFile)('setpriv', [...isolate, ...inner], {
      cwd: project,
      timeout: options.seconds * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: 16 << 20,
    });
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  } finally {
    rmSync(out, { recursive: true });
  }
}
