import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

const tiers = `fabric:
  asn: 65000
  superspines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
`;

export const rule = defineRule<undefined, 'fabric'>({
  stage: 'fabric',
  code: 'FAB016',
  name: 'superspines-need-pods',
  severity: 'error',
  summary: 'A fabric with superspines has pods.',
  why: 'Superspines join the spines of different pods; with one group of spines every leaf pair already has its paths.',
  example: {
    wrong: `${tiers}`,
    right: `${tiers}pods: 2
racks:
  - { name: "p{pod}r{1..2}" }
`,
  },
  message: () => 'There are superspines but no pods for them to join',
  hint: () => 'Add `pods: 2` and {pod} to the names of the racks, or remove the superspines.',
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'superspines-without-pods')) report(undefined, defect.span);
  },
});
