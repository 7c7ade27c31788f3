// `npm run build`: what runs, and its types, into dist/.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runOrExit } from './prepare.mjs';

const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
runOrExit(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']);
runOrExit(process.execPath, [join('scripts', 'bundle.mjs'), dist]);
