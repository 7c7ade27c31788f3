// How long a lint takes from a cold start, beside what Node.js itself takes: a pair of runs at a time, one after the other.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchTopology } from './bench-topology.mjs';
import { root } from './prepare.mjs';

/** Milliseconds that a process of Node.js takes. */
function time(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

const median = (values) => values.toSorted((a, z) => a - z)[Math.floor(values.length / 2)];

const topology = (name) => join(root, 'topologies', `${name}.yaml`);

/** Prints medians of pairs of runs: of lint, of `node -e 0`, and of how many times the one is the other. */
export function benchLint() {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-bench-'));
  const large = join(folder, 'bench.yaml');
  writeFileSync(large, benchTopology(2500));
  const files = [
    { name: 'two-rack', file: topology('two-rack'), pairs: 21 },
    { name: 'swift-5zone', file: topology('swift-5zone'), pairs: 21 },
    { name: '2,500 switches', file: large, pairs: 3 },
  ];
  try {
    console.log('\nlint from a cold start, medians');
    for (const { name, file, pairs } of files) {
      const runs = Array.from({ length: pairs }, () => ({
        lint: time([join(root, 'dist', 'cli', 'main.cjs'), 'lint', file]),
        node: time(['-e', '0']),
      }));
      const [lint, node, times] = [
        median(runs.map((run) => run.lint)),
        median(runs.map((run) => run.node)),
        median(runs.map((run) => run.lint / run.node)),
      ];
      console.log(
        `  ${name.padEnd(16)}${lint.toFixed(0).padStart(8)} ms   node -e 0 ${node.toFixed(0).padStart(5)} ms   ${times.toFixed(1).padStart(6)} times`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
