// `npm run build`: what runs, and its types, into dist/. `--missing` builds only where nothing is built, as where npm
// installs heddle from its repository.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, runOrExit } from './prepare.mjs';

const dist = join(root, 'dist');
if (process.argv.includes('--missing') && existsSync(join(dist, 'cli', 'main.cjs'))) process.exit();
if (!existsSync(join(root, 'node_modules', 'typescript'))) {
  // npm that installs for all users (-g) prepares a repository without the packages that it is built with.
  const npm = Object.entries(process.env).filter(([name]) => !/^(npm_|_pacote|node_path$)/i.test(name));
  install(Object.fromEntries(npm));
}
rmSync(dist, { recursive: true, force: true });
runOrExit(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']);
runOrExit(process.execPath, [join('scripts', 'bundle.mjs'), dist]);
