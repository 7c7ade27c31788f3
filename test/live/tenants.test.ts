import { beforeAll, expect, it } from 'vitest';
import { describeWith, run } from '../support/verifier.ts';
import { labNeeds } from './isolated.ts';
import { type SeenFabric, expectAnswers, expectPaths, seeFabric } from './see-fabric.ts';

/** What the kernel says when it is asked for a VRF, in a namespace of its own. */
function wordsOnVrf(): string {
  const { status, stderr } = run('unshare', [
    '--net',
    'ip',
    'link',
    'add',
    'name',
    'storage',
    'type',
    'vrf',
    'table',
    '9',
  ]);
  return status === 0 ? 'it has them' : stderr.trim();
}

// Namespaces stand for switches here, and a lab without VRFs can be had on every kernel: what needs them is left out.
describeWith(
  labNeeds,
  `tenants on real FRR, its default instance (VRFs left out; of them the kernel says: ${wordsOnVrf()})`,
  () => {
    let fabric: SeenFabric;
    beforeAll(async () => {
      fabric = await seeFabric('tenants.yaml', ['management']);
    }, 180_000);

    it('has the sessions of its device model, no others, and every next hop in the kernels', () => {
      expect(fabric.seen.state).toEqual(fabric.expected);
      expect(fabric.seen.state['rack1-leaf1']?.bgp).toEqual(['spine1 ipv4 Established', 'spine2 ipv4 Established']);
    });

    it('has no route to storage, which is in a VRF that is not there', () => {
      for (const { routes } of Object.values(fabric.seen.state)) {
        expect(Object.keys(routes).length).toBeGreaterThan(0);
        expect(Object.keys(routes).filter((prefix) => prefix.startsWith('10.30.'))).toEqual([]);
      }
    });

    it('carries packets of management between racks', () => {
      expectAnswers(fabric.seen.echoes, 8);
      expectAnswers(fabric.seen.fullSize, 8);
      expectPaths(fabric.seen.paths, 2);
    });
  },
);
