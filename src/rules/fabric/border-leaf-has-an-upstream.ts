import { spanOf } from '../../topology/topology.ts';
import { twoUpstreams, withUpstreams } from '../border-example.ts';
import { gather } from '../gather.ts';
import { isCutShort } from '../left-out.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

const three = (...upstreams: readonly string[]): string =>
  withUpstreams(...upstreams).replace('borderLeafs: { count: 2', 'borderLeafs: { count: 3');

export const rule = defineRule<{ readonly device: string; readonly others: number }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB104',
  name: 'border-leaf-has-an-upstream',
  severity: 'info',
  summary: 'Where there are upstreams, every border leaf has one.',
  why: 'A border leaf has no servers: without an upstream it takes ports of every spine and carries nothing.',
  example: {
    wrong: three(...twoUpstreams),
    right: three(...twoUpstreams, 'name: isp-c, device: border3, asn: 64502, addresses: [192.0.2.5/31]'),
  },
  message: ({ device, others }) => `${device} has no upstream${alike(others, 'border leaf')}`,
  hint: () => 'Give it one in `upstreams`, or lower `fabric.borderLeafs.count`.',
  check(fabric, report) {
    const { topology, upstreams, switches } = fabric;
    const { borderLeafs } = topology.data.fabric;
    const isWhole = upstreams.length === topology.data.upstreams.length && topology.dropped.size === 0;
    if (!borderLeafs || !isWhole || isCutShort(fabric)) return;
    const used = new Set(upstreams.map(({ end }) => end.node));
    const borders = new Set(switches.flatMap((node) => (node.role === 'border' ? [node.name] : [])));
    // Without any upstream they are for later; one on another switch may be meant for the border leaf.
    if (used.size === 0 || [...used].some((name) => !borders.has(name))) return;
    const span = spanOf(topology, borderLeafs, 'count');
    const found = switches
      .filter(({ name }) => borders.has(name) && !used.has(name))
      .map(({ name }) => ({ device: name, span }));
    for (const { item, others } of gather(found)) report({ device: item.device, others }, item.span);
  },
});
