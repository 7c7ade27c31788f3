import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkArtifacts, originOf, writeArtifacts } from '../../src/artifacts/output/index.ts';
import { differences, printLock } from '../../src/lock/index.ts';
import { compiledTopology, topologies } from './compiled.ts';

const project = join(import.meta.dirname, '..', '..');

function outputOf(name: string, parent: string) {
  const { fabric, topology, artifacts } = compiledTopology(name);
  const origin = originOf(fabric!.name, topology!.data.design, topology!.files);
  return { target: join(parent, fabric!.name), artifacts: artifacts(), origin };
}

describe.each(['swift-5zone', 'two-rack'])('the committed output of %s', (name) => {
  it('is what its topology gives', () => {
    expect(checkArtifacts(outputOf(name, join(project, 'out')))).toEqual([]);
  });

  it('is the same in another folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'heddle-output-'));
    try {
      writeArtifacts(outputOf(name, folder));
      expect(checkArtifacts(outputOf(name, folder))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.each(topologies)('the committed lock file of %s', (name) => {
  it('is what a build would leave', () => {
    const { lock } = compiledTopology(name);
    expect(lock?.before && differences(lock.before, lock.after)).toEqual({ added: [], changed: [], removed: [] });
    expect(printLock(lock!.after)).toBe(readFileSync(lock!.path, 'utf8'));
  });
});
