import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, it } from 'vitest';

/** What a run of a real program left. */
export interface Verdict {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a real program, bounded in time. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; input?: string; seconds?: number } = {},
): Verdict {
  const result = spawnSync(command, [...args], {
    encoding: 'utf8',
    timeout: (options.seconds ?? 60) * 1000,
    maxBuffer: 64 << 20,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  if (result.error) throw result.error;
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** Full path of a program, also in the folders of administrators; undefined when it is not installed. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin', '/usr/lib/frr'];
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path));
}

/**
 * Tests that need real programs. Where one is missing they are skipped, with the reason in the name;
 * in CI (`CI=true`) a missing verifier fails instead.
 */
export function describeWith(
  needs: { programs: readonly string[]; root?: boolean },
  name: string,
  body: () => void,
): void {
  const missing = needs.programs.filter((program) => findProgram(program) === undefined);
  const reasons = [
    ...(missing.length > 0 ? [`${missing.join(', ')} not installed`] : []),
    ...(needs.root && process.getuid?.() !== 0 ? ['needs root'] : []),
  ];
  // Real programs on a busy machine: CI asks them a second time before it says no. Nothing else is asked twice.
  if (reasons.length === 0) describe(name, { retry: process.env['CI'] === 'true' ? 1 : 0 }, body);
  else if (process.env['CI'] === 'true') {
    describe(name, () => {
      it('has its verifier', () => {
        throw new Error(`verifier missing in CI: ${reasons.join('; ')}`);
      });
    });
  } else {
    describe.skip(`${name} (skipped: ${reasons.join('; ')})`, body);
  }
}
