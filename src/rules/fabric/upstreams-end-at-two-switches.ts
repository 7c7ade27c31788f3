import { spanOf } from '../../topology/topology.ts';
import { twoUpstreams, withUpstreams } from '../border-example.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly device: string; readonly upstreams: number }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB089',
  name: 'upstreams-end-at-two-switches',
  severity: 'warning',
  summary: 'Upstreams are cabled to two switches at least.',
  why: 'A switch that all upstreams end at is the only way out: its failure or its upgrade cuts the whole fabric off from the outside.',
  source: 'RFC 7938 section 5.2.4',
  example: {
    wrong: withUpstreams(
      'name: isp-a, device: border1, asn: 64500, addresses: [192.0.2.1/31]',
      'name: isp-b, device: border1, asn: 64501, addresses: [192.0.2.3/31]',
    ).replace(
      'count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }',
      'count: 1, platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }',
    ),
    right: withUpstreams(...twoUpstreams),
  },
  message: ({ device, upstreams }) =>
    upstreams === 1
      ? `${device} has the only upstream, so that everything to the outside goes through it`
      : `${upstreams === 2 ? 'Both upstreams' : `All ${upstreams} upstreams`} end at ${device}`,
  hint: () => 'Cable one to another border leaf.',
  check({ topology, upstreams }, report) {
    // One that could not be cabled is reported, and may be the second.
    if (upstreams.length === 0 || upstreams.length < topology.data.upstreams.length || topology.dropped.size > 0)
      return;
    const device = upstreams[0]!.end.node;
    if (upstreams.some(({ end }) => end.node !== device)) return;
    const last = upstreams.at(-1)!;
    report({ device, upstreams: upstreams.length }, spanOf(topology, last.section, 'device'));
  },
});
