// `node scripts/warm-up.mjs FILE`: uses the built command line, and keeps what the engine compiled of it.
import { join, resolve } from 'node:path';
import { loadCached } from './script-cache.mjs';

const { exports, keep } = loadCached(resolve(process.argv[2]));
let told = '';
const stream = { write: (text) => (told += text) };
const topology = join(import.meta.dirname, '..', 'topologies', 'swift-5zone.yaml');
const status = await exports.run(['lint', topology], { stdout: stream, stderr: stream, env: {} });
if (status !== 0) throw new Error(told);
keep();
