import { spanOf } from '../../topology/topology.ts';
import { uplinksBySwitch } from '../intended-links.ts';
import { defineRule } from '../rule.ts';

interface Unused {
  readonly device: string;
  readonly paths: number;
  readonly maximum: number;
}

export const rule = defineRule<Unused, 'fabric'>({
  stage: 'fabric',
  code: 'FAB025',
  name: 'maximum-paths-use-every-uplink',
  severity: 'warning',
  summary: '`routing.bgp.maximumPaths` is no less than the uplinks of a switch.',
  why: 'A route uses only that many next hops; the other uplinks carry nothing upwards until one of them fails.',
  example: {
    wrong: `routing: { bgp: { maximumPaths: 1 } }
`,
    right: `routing: { bgp: { maximumPaths: 2 } }
`,
  },
  message: ({ device, paths, maximum }) =>
    `${device} has ${paths} uplinks, and ${maximum === 1 ? 'only 1 is' : `only ${maximum} are`} used for a route`,
  hint: ({ paths }) => `Write ${paths} or more, or leave it out: what the fabric needs is then used.`,
  check(fabric, report) {
    const { bgp } = fabric.topology.data.routing;
    const maximum = bgp.maximumPaths;
    if (maximum === undefined || fabric.traits.links !== 'routed') return;
    let most: Unused = { device: '', paths: 0, maximum };
    for (const [device, links] of uplinksBySwitch(fabric)) {
      if (links.length > most.paths) most = { device, paths: links.length, maximum };
    }
    if (most.paths > maximum) report(most, spanOf(fabric.topology, bgp, 'maximumPaths'));
  },
});
