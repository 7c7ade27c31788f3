import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/**
 * The direction of imports, left never imports right; folders of one step may not import each other
 * unless `siblings` allows it.
 */
export const order: readonly (readonly string[])[] = [
  ['diagnostics', 'ip'],
  ['files'],
  ['topology'],
  ['platforms'],
  ['fabric'],
  ['plan'],
  ['lock'],
  ['device'],
  ['rules', 'render'],
  ['designs'],
  ['frr'],
  ['targets', 'servers'],
  ['artifacts'],
  ['control'],
  ['pipeline'],
  ['lint'],
  ['analysis', 'report'],
  ['lab', 'lsp'],
  ['cli'],
];

/** One import of one module, both by their path below the root. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

const importForm =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Modules below a folder, with forward slashes. */
export function modulesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** What a module imports: of the project by path, else by the package's name. */
export function importsOf(root: string, module: string): Import[] {
  const text = readFileSync(join(root, module), 'utf8');
  return [...text.matchAll(importForm)].map((match) => {
    const name = match[1] ?? match[2] ?? '';
    const to = name.startsWith('.') ? normalize(join(dirname(module), name)).replaceAll('\\', '/') : name;
    return { from: module, to };
  });
}

function stepOf(module: string): number {
  const folder = module.includes('/') ? module.slice(0, module.indexOf('/')) : '';
  return order.findIndex((step) => step.includes(folder));
}

/** Imports that go against the order, that leave the tree, or that come from a folder the order does not know. */
export function violations(root: string): string[] {
  const found: string[] = [];
  for (const module of modulesOf(root)) {
    const own = stepOf(module);
    // The package's entry stands above all folders.
    if (module === 'index.ts') continue;
    if (own === -1) found.push(`${module}: its folder has no place in the order`);
    for (const { to } of importsOf(root, module)) {
      if (!to.endsWith('.ts')) continue;
      const other = stepOf(to);
      const sameFolder = module.split('/')[0] === to.split('/')[0];
      if (sameFolder) continue;
      if (other === -1 || other >= own) found.push(`${module} imports ${to}`);
      const [folder, part] = module.split('/');
      if (folder === 'targets' && to.startsWith('targets/') && part !== to.split('/')[1])
        found.push(`${module} imports ${to}`);
    }
  }
  return found;
}
