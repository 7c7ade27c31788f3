import type { DefectOf } from '../../fabric/defect.ts';
import { oneOf } from '../../topology/words.ts';
import { defectsOf } from '../defects.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

type Impossible = DefectOf<'speed-impossible'> & { readonly others: number };

export const rule = defineRule<Impossible, 'fabric'>({
  stage: 'fabric',
  code: 'FAB013',
  name: 'speed-is-possible',
  severity: 'error',
  summary: 'Both ends of a link can run at its speed: whole, or as a channel of a breakout.',
  why: 'Ports of different speeds do not come up, and not every port can be slowed down or split.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 25G }, networks: [service, storage] }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message({ device, port, speed, others }) {
    const fault =
      port === ''
        ? `${device} has no port that could run this link at ${speed}G`
        : `Port ${port} of ${device} cannot run at ${speed}G`;
    return `${fault}${alike(others, 'link')}`;
  },
  hint: ({ possible }) =>
    possible.length === 0 ? undefined : `It can do ${oneOf(possible.map((speed) => `${speed}G`))}.`,
  check(fabric, report) {
    const defects = defectsOf(fabric, 'speed-impossible');
    const alike = gather(defects, ({ port, speed, possible }) => `${port} ${speed} ${possible.join()}`);
    for (const { item, others } of alike) report({ ...item, others }, item.span);
  },
});
