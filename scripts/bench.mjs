// `npm run bench [-- SWITCHES …]`: times lint from a cold start, compiles fabrics of 25, 250 and 2,500 switches (40 servers
// a rack) and prints what each stage costs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { benchLint } from './bench-lint.mjs';
import { sizes } from './bench-topology.mjs';
import { prepare } from './prepare.mjs';

const one = join(import.meta.dirname, 'bench-one.mjs');
const wanted = process.argv.slice(2).map(Number);

prepare();
benchLint();
for (const size of wanted.length > 0 ? wanted : sizes) {
  const result = spawnSync(process.execPath, ['--import', 'tsx', one, String(size)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
  const { switches, servers, links, devices, stages, files, bytes, plainMilliseconds, peakMegabytes } = JSON.parse(
    result.stdout,
  );
  const total = stages.reduce((sum, stage) => sum + stage.milliseconds, 0);
  console.log(
    `\n${switches} switches, ${servers} servers, ${links} cables; ${files} files, ${(bytes / 1e6).toFixed(1)} MB`,
  );
  for (const { name, milliseconds, megabytes } of stages) {
    const each = (milliseconds * 1000) / devices;
    console.log(
      `  ${name.padEnd(8)}${milliseconds.toFixed(0).padStart(8)} ms${each.toFixed(1).padStart(9)} µs a device${megabytes.toFixed(0).padStart(8)} MB resident`,
    );
  }
  const row = (name, milliseconds) =>
    `  ${name.padEnd(8)}${milliseconds.toFixed(0).padStart(8)} ms${((milliseconds * 1000) / devices).toFixed(1).padStart(9)} µs a device`;
  console.log(`${row('total', total)}${peakMegabytes.toFixed(0).padStart(8)} MB peak`);
  console.log(`${row('plain', plainMilliseconds)}  to write the same bytes with plain file writes`);
}
