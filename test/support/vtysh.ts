import { type Verdict, run } from './verifier.ts';

/** vtysh's own settings, which only root and its group may read; they do not bear on the config. */
const ownSettings = /^% Can't open configuration file \S*vtysh\.conf .*\n/gm;

/**
 * Judges an integrated FRR config with `vtysh -C`. Good only with status 0 *and* empty stderr:
 * some refused lines (an AS number out of range) are printed while the status stays 0.
 */
export function checkFrr(text: string): Verdict {
  // Through cat, because vtysh opens a path, and the socket that is its input here cannot be opened.
  const verdict = run('sh', ['-c', 'cat | vtysh -C -f /dev/stdin'], { input: text });
  return { ...verdict, stderr: verdict.stderr.replaceAll(ownSettings, '') };
}
