// One benchmark run in a process of its own, so that memory figures are its own: node scripts/bench-one.mjs SWITCHES
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { originOf, writeArtifacts } from '../src/artifacts/output/index.ts';
import { compile } from '../src/pipeline/compile.ts';
import { benchTopology } from './bench-topology.mjs';

const switches = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'heddle-bench-'));
const stages = [];

/** Notes the end of the running stage, and the start of the next. */
function stage(name) {
  const now = performance.now();
  const last = stages.at(-1);
  if (last) {
    last.milliseconds = now - last.begin;
    last.megabytes = process.memoryUsage.rss() / 1e6;
  }
  if (name !== undefined) stages.push({ name, begin: now });
}

try {
  const file = join(folder, 'bench.yaml');
  writeFileSync(file, benchTopology(switches));
  const compilation = compile(file, { environment: {}, onStage: (name) => name !== 'render' && stage(name) });
  const { topology, fabric, devices, diagnostics } = compilation;
  if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) throw new Error(diagnostics[0].message);
  stage('render');
  const artifacts = [...compilation.artifacts()];
  stage('write');
  const target = join(folder, 'out');
  const written = writeArtifacts({
    target,
    artifacts,
    origin: originOf(fabric.name, topology.data.design, topology.files),
  });
  stage();

  const begin = performance.now();
  const plain = join(folder, 'plain');
  const made = new Set();
  for (const { path, content } of artifacts) {
    const full = join(plain, path);
    const parent = dirname(full);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(full, content);
  }
  const plainMilliseconds = performance.now() - begin;
  process.stdout.write(
    JSON.stringify({
      switches: fabric.switches.length,
      servers: fabric.servers.length,
      links: fabric.links.length,
      devices: devices.length,
      stages,
      ...written,
      plainMilliseconds,
      peakMegabytes: process.resourceUsage().maxRSS / 1e3,
    }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
