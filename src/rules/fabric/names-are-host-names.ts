import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

type BadName = DefectOf<'bad-name'> & { readonly others: number };

export const rule = defineRule<BadName, 'fabric'>({
  stage: 'fabric',
  code: 'FAB004',
  name: 'names-are-host-names',
  severity: 'error',
  summary:
    'A device name is one DNS label: letters, digits and hyphens, at most 63 characters, no hyphen at either end.',
  why: 'Operating systems cut or refuse other host names, and DNS cannot hold them.',
  source: 'RFC 1123 section 2.1',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web.{rack}.{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message: ({ name, others }) => `${name} is no host name${alike(others, 'name')}`,
  hint: ({ name }) =>
    name.length > 63
      ? `It has ${name.length} characters; a DNS label has at most 63.`
      : 'Use letters, digits and hyphens, with no hyphen at either end.',
  check(fabric, report) {
    for (const { item, others } of gather(defectsOf(fabric, 'bad-name'))) report({ ...item, others }, item.span);
  },
});
