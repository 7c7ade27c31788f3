import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Every file, link and empty folder below a folder, with its content. */
export function treeOf(root: string, below = ''): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const full = join(root, path);
    if (entry.isSymbolicLink()) tree[path] = `-> ${readlinkSync(full)}`;
    else if (!entry.isDirectory()) tree[path] = readFileSync(full, 'utf8');
    else if (readdirSync(full).length === 0) tree[path] = 'empty folder';
    else Object.assign(tree, treeOf(root, path));
  }
  return tree;
}
