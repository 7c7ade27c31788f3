import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

const hardware =
  'platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }]';

const withAddress = (address: string): string => `fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { ${hardware} }
  borderLeafs: { count: 1, ${hardware} }
upstreams:
  - { name: isp, device: border1, asn: 64500, addresses: [${address}] }
`;

export const rule = defineRule<DefectOf<'bad-upstream'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB069',
  name: 'upstream-is-reachable',
  severity: 'error',
  summary: 'Addresses and prefixes of an upstream can be read, and both ends of a session are in one subnet.',
  why: 'A session to an address that is not on the link never comes up, and the fabric stays cut off from the outside.',
  source: 'RFC 4271 section 8',
  example: { wrong: withAddress('192.0.2.1/24'), right: withAddress('192.0.2.1/31') },
  message: ({ upstream, text, reason }) => `${text} of upstream ${upstream} ${reason}`,
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'bad-upstream')) report(defect, defect.span);
  },
});
