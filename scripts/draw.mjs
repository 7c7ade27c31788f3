// Draws the flagship fabric for the README: node scripts/draw.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../src/pipeline/compile.ts';
import { drawFabric } from '../src/report/fabric-svg.ts';
import { root } from './prepare.mjs';

const { fabric } = compile(join(root, 'topologies/swift-5zone.yaml'));
const file = join(root, 'docs/swift-5zone.svg');
const picture = drawFabric(fabric);
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== picture) {
    console.error('docs/swift-5zone.svg is stale: run npm run draw');
    process.exitCode = 1;
  }
} else writeFileSync(file, picture);
