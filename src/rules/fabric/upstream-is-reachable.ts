import type { DefectOf } from '../../fabric/defect.ts';
import { twoUpstreams, withUpstreams } from '../border-example.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

const withAddress = (address: string): string =>
  withUpstreams(twoUpstreams[0], `name: isp-b, device: border2, asn: 64501, addresses: [${address}]`);

export const rule = defineRule<DefectOf<'bad-upstream'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB069',
  name: 'upstream-is-reachable',
  severity: 'error',
  summary: 'Addresses and prefixes of an upstream can be read, and both ends of a session are in one subnet.',
  why: 'A session to an address that is not on the link never comes up, and the fabric stays cut off from the outside.',
  source: 'RFC 4271 section 8',
  example: { wrong: withAddress('192.0.2.3/24'), right: withAddress('192.0.2.3/31') },
  message: ({ upstream, text, reason }) => `${text} of upstream ${upstream} ${reason}`,
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'bad-upstream')) report(defect, defect.span);
  },
});
