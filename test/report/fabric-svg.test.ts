import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawFabric } from '../../src/report/fabric-svg.ts';
import { compiledTopology, topologies } from '../pipeline/compiled.ts';

describe.each(topologies)('the picture of %s', (name) => {
  const fabric = compiledTopology(name).fabric!;
  const picture = drawFabric(fabric);

  it('has every switch, every rack, and every cable between switches', () => {
    expect([...picture.matchAll(/<g class="(leaf|border|spine|superspine)">/g)]).toHaveLength(fabric.switches.length);
    expect([...picture.matchAll(/<rect class="rack"/g)]).toHaveLength(fabric.racks.length);
    expect([...picture.matchAll(/<line /g)]).toHaveLength(fabric.links.filter((link) => link.kind !== 'server').length);
  });

  it('has no coordinate that is not a number', () => {
    expect(picture).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the picture of the README', () => {
  it('is the one that the flagship gives', () => {
    const file = join(import.meta.dirname, '..', '..', 'docs', 'swift-5zone.svg');
    expect(readFileSync(file, 'utf8')).toBe(drawFabric(compiledTopology('swift-5zone').fabric!));
  });
});
