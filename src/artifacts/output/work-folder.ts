import { basename, dirname, join } from 'node:path';

/**
 * A folder beside the target, in the same file system, that exists only while an output is written.
 * It holds who writes, the new tree, and during the swap the old one. One process at a time has it.
 */
export interface WorkFolder {
  readonly path: string;
  readonly new: string;
  readonly old: string;
  /** The old tree once nothing in it is needed; what of it is left may be incomplete. */
  readonly gone: string;
  /** Where this process makes the folder ready, and where it clears it away; no other one looks there. */
  readonly aside: string;
}

/** The work folder of a target, whether it is there or not. */
export function workFolderOf(target: string): WorkFolder {
  const path = join(dirname(target), `.${basename(target)}.heddle`);
  const inside = (name: string) => join(path, name);
  return { path, new: inside('new'), old: inside('old'), gone: inside('gone'), aside: `${path}-${process.pid}` };
}
