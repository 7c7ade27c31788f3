import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../src/pipeline/compile.ts';
import { describeWith, run } from '../support/verifier.ts';
import type { Observation } from './two-rack-lab.ts';

const project = join(import.meta.dirname, '..', '..');

/** One outer process in private namespaces: when it ends, all that it started ends with it. */
const isolate = [
  '--pdeathsig',
  'KILL',
  'unshare',
  '--mount',
  '--pid',
  '--net',
  '--uts',
  '--ipc',
  '--fork',
  '--kill-child=KILL',
  '--mount-proc',
];

describeWith(
  { programs: ['ip', 'zebra', 'vtysh', 'ping', 'nsenter', 'setpriv', 'unshare'], root: true },
  'two-rack on real FRR',
  () => {
    it('converges from the generated files, with every spine as a next hop, and carries packets between racks', () => {
      const out = mkdtempSync(join(tmpdir(), 'heddle-live-'));
      try {
        const compilation = compile(join(project, 'topologies/two-rack.yaml'), { environment: {} });
        expect(compilation.diagnostics).toEqual([]);
        for (const { path, content } of compilation.artifacts()) {
          mkdirSync(dirname(join(out, path)), { recursive: true });
          writeFileSync(join(out, path), content);
        }
        const lab = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'two-rack-lab.ts'), out];
        const verdict = run('setpriv', [...isolate, ...lab], { cwd: project, seconds: 200 });
        expect(verdict.stderr).toBe('');
        const seen = JSON.parse(verdict.stdout) as Observation;
        expect(seen.ospf).toEqual({
          'r1-leaf1': ['Full/-', 'Full/-'],
          'r2-leaf1': ['Full/-', 'Full/-'],
          spine1: ['Full/-', 'Full/-'],
          spine2: ['Full/-', 'Full/-'],
        });
        for (const states of Object.values(seen.bgp)) expect(states).toEqual(['Established', 'Established']);
        expect(seen.nextHops).toEqual({ 'r1-leaf1': { '10.20.1.0/24': 2 }, 'r2-leaf1': { '10.20.0.0/24': 2 } });
        expect(Object.keys(seen.pings)).toHaveLength(8);
        expect(Object.values(seen.pings).every(Boolean)).toBe(true);
        expect(Object.values(seen.fullSizePings).every(Boolean)).toBe(true);
        expect(seen.converged).toBe(true);
      } finally {
        rmSync(out, { recursive: true });
      }
    }, 240_000);
  },
);
