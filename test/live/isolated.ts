import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { Compilation } from '../../src/pipeline/compilation.ts';
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

/** Compiles a committed topology, without a complaint. */
export function compileTopology(topology: string, environment: Record<string, string> = {}): Compilation {
  const compilation = compile(join(project, 'topologies', topology), { environment });
  expect(compilation.diagnostics).toEqual([]);
  return compilation;
}

function writeArtifacts(out: string, compilation: Compilation): void {
  for (const { path, content } of compilation.artifacts()) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
}

/**
 * Writes a compiled topology into a temporary folder, runs a lab of this folder on it in private namespaces, and gives
 * what the lab printed as JSON. Nothing stays behind.
 * @param options.input handed to the lab, as the JSON file that is its second argument.
 */
export async function runLab(
  lab: string,
  compilation: Compilation,
  options: { input?: unknown; seconds: number },
): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-live-'));
  try {
    const out = join(folder, 'out');
    const input = join(folder, 'input.json');
    writeArtifacts(out, compilation);
    writeFileSync(input, JSON.stringify(options.input ?? null));
    const inner = [process.execPath, '--import', 'tsx', join(import.meta.dirname, lab), out, input];
    const { stdout, stderr } = await promisify(execFile)('setpriv', [...isolate, ...inner], {
      cwd: project,
      timeout: options.seconds * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: 16 << 20,
    });
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
