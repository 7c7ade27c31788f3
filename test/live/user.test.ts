import { chownSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LabReport } from '../../src/lab/test/test-lab.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { describeWith, run } from '../support/verifier.ts';
import { labNeeds } from '../support/lab-needs.ts';

const topology = join(import.meta.dirname, '..', '..', 'topologies', 'two-rack.yaml');

/** A user who owns nothing, with no name on most systems. */
const uid = 64_999;

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** What of the user's processes still runs. */
function processesOf(user: number): string[] {
  const all = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid));
  return all.map(statusOf).filter((status) => status.includes(`\nUid:\t${user}\t`) && !/^State:\tZ/m.test(status));
}

describeWith(labNeeds, 'heddle lab of a user who is not root', () => {
  const heddle = useHeddle();
  let runtime = '';
  beforeAll(() => {
    runtime = mkdtempSync(join(tmpdir(), 'heddle-user-'));
    chownSync(runtime, uid, uid);
    process.env['XDG_RUNTIME_DIR'] = runtime;
  });
  afterAll(() => {
    rmSync(runtime, { recursive: true, force: true });
    delete process.env['XDG_RUNTIME_DIR'];
  });

  it('passes its test, and leaves nothing behind', async () => {
    const { status, stdout, stderr } = await heddle.start(['lab', 'test', topology, '--format', 'json'], { uid }).ended;
    expect(status, stderr).toBe(0);
    const { findings, ...counts } = JSON.parse(stdout) as LabReport;
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ routers: 4, adjacencies: 8, sessions: 8, pairs: 12 });
    expect(processesOf(uid)).toEqual([]);
    expect(readdirSync(join(runtime, 'heddle-labs'))).toEqual([]);
  }, 90_000);

  it('says in one message where namespaces are not allowed', () => {
    const forbid = 'echo 0 >/proc/sys/user/max_net_namespaces; exec "$@"';
    const command = [process.execPath, heddle.main(), 'lab', 'test', topology];
    const { status, stderr } = run('unshare', ['--user', '--map-root-user', 'sh', '-c', forbid, 'sh', ...command]);
    expect(stderr).toMatch(
      /^error: A lab makes namespaces of its own, which is not allowed here: unshare.*\n {2}hint: .*\n$/,
    );
    expect(status).toBe(2);
  });
});
