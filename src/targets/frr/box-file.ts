import type { RenderedFile } from '../../render/rendered-file.ts';

/** A file of the switch, with where and how `setup.sh` puts it into place. */
export interface BoxFile extends RenderedFile {
  readonly target: string;
  readonly mode: string;
  /** User and group. */
  readonly owner: string;
  /** Makes it take effect; null where being there is enough. */
  readonly command: string | null;
  /** Debian packages that read it. */
  readonly packages: readonly string[];
  /** Services that must start at boot for it. */
  readonly services: readonly string[];
}

type Needed = Pick<BoxFile, 'path' | 'content' | 'target'>;

/** A file that everyone may read, with what is not the usual. */
export function boxFile(file: Needed & Partial<BoxFile>): BoxFile {
  return { mode: '0644', owner: 'root', command: null, packages: [], services: [], ...file };
}
