// `npm start`: installs, builds, and compiles the flagship topology into out/.
import { prepare, runOrExit } from './prepare.mjs';

prepare();
runOrExit(process.execPath, ['dist/cli/main.cjs', 'build', 'topologies/swift-5zone.yaml', '-o', 'out']);
