import { spawnSync } from 'node:child_process';

/** Words for `unshare` by which a user other than root becomes root of the namespaces that it makes; none for root. */
export function ownUsers(): string[] {
  return process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
}

/** Words for `nsenter` by which such a user enters them again. */
export function enterOwnUsers(): string[] {
  return process.getuid?.() === 0 ? [] : ['--user', '--preserve-credentials'];
}

/** Why this user may not make the namespaces of a lab, in the words of the system; undefined where they may. */
export function namespaceRefusal(): string | undefined {
  const words = [...ownUsers(), '--mount', '--pid', '--net', '--fork', '--mount-proc', 'true'];
  const { status, stderr, error } = spawnSync('unshare', words, { cwd: '/', encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? undefined : stderr?.trim() || error?.message || `status ${status}`;
}
