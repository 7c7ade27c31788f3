import type { Artifact } from '../../../artifacts/artifact.ts';
import type { ExistingOutput } from '../existing-output.ts';
import type { FileChange } from '../fabric-change.ts';
import { type ConfigEdit, diffTexts } from './hunks.ts';
import { maskText } from './mask-secrets.ts';

/** A line of a device's config that came or went. */
export interface DeviceEdit extends ConfigEdit {
  readonly device: string;
  readonly path: string;
}

/** Rack of a switch, if it stands in one. */
type RackOf = (device: string) => string | undefined;

export interface FileComparison {
  readonly files: readonly FileChange[];
  /** Paths of the address and the cable plan that differ. */
  readonly plans: readonly string[];
  readonly edits: readonly DeviceEdit[];
}

export interface ComparisonOptions {
  /** Secrets stand as placeholders in the new files: secrets are left out of the comparison. */
  readonly redacted: boolean;
  /** Values of the secrets that are known. */
  readonly secrets: readonly string[];
  readonly rackOf: RackOf;
}

/** Whose file a path is; undefined for the plans for people. */
function ownerOf(path: string, rackOf: RackOf): { device: string; rack?: string } | undefined {
  const [top, second = '', third = ''] = path.split('/');
  if (top === 'servers') return { device: third, rack: second };
  if (top !== 'switches') return undefined;
  const rack = rackOf(second);
  return { device: second, ...(rack === undefined ? {} : { rack }) };
}

/** What a redacted build writes in the place of a secret. */
const placeholder = /\bREDACTED\b/;

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/**
 * Compares the files of the devices with those of the output. Of the address and the cable plan it only says whether
 * they differ: what changes in them is in the change itself.
 */
export function compareFiles(
  existing: ExistingOutput,
  artifacts: Iterable<Artifact>,
  options: ComparisonOptions,
): FileComparison {
  const files: FileChange[] = [];
  const edits: DeviceEdit[] = [];
  const plans: string[] = [];
  const written = new Set<string>();
  for (const { path, content } of artifacts) {
    written.add(path);
    const old = existing.paths.has(path) ? existing.read(path) : undefined;
    const owner = ownerOf(path, options.rackOf);
    if (!owner) {
      if (old !== content) plans.push(path);
      continue;
    }
    if (old === undefined) {
      files.push({ kind: 'added', path, ...owner, added: linesOf(content), removed: 0, hunks: [] });
      continue;
    }
    if (old === content) continue;
    const masked = options.redacted || placeholder.test(old);
    const [before, after] = masked ? [maskText(old), maskText(content)] : [old, content];
    if (before === after) continue;
    const { added, removed, hunks, edits: found } = diffTexts(before, after, options.secrets);
    files.push({ kind: 'changed', path, ...owner, added, removed, hunks });
    for (const edit of found) edits.push({ ...edit, device: owner.device, path });
  }
  for (const path of existing.paths) {
    const owner = ownerOf(path, options.rackOf);
    if (!owner || written.has(path)) continue;
    const removed = linesOf(existing.read(path) ?? '');
    files.push({ kind: 'removed', path, ...owner, added: 0, removed, hunks: [] });
  }
  return { files, plans, edits };
}
