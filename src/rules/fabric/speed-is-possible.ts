import type { DefectOf } from '../../fabric/defect.ts';
import type { Fabric } from '../../fabric/fabric.ts';
import { oneOf } from '../../topology/words.ts';
import { defectsOf } from '../defects.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface Impossible {
  readonly fault: string;
  readonly possible: readonly string[];
  readonly others: number;
}

/** Why a port that the user gave cannot run the link, and what it can. */
function explain(fabric: Fabric, { device, port, speed, possible }: DefectOf<'speed-impossible'>) {
  const speeds = possible.map((one) => `${one}G`);
  if (port === '') return { fault: `${device} has no port that could run this link at ${speed}G`, possible: speeds };
  const node = fabric.graph.hasNode(device) ? fabric.graph.getNodeAttributes(device) : undefined;
  const [panel, channel] = port.split('/').map(Number);
  const run =
    node?.kind === 'switch' ? node.panel.find(({ first, last }) => panel! >= first && panel! <= last) : undefined;
  if (channel !== undefined && run) {
    const mode = run.breakouts.find((breakout) => breakout.speed === speed);
    const modes = run.breakouts.map((breakout) => `${breakout.channels} × ${breakout.speed}G`);
    if (!mode)
      return { fault: `Port ${panel} of ${device} cannot be broken out into channels of ${speed}G`, possible: modes };
    const reason =
      channel > mode.channels ? `has ${mode.channels} channels of ${speed}G` : 'is broken out in another way';
    return { fault: `There is no port ${port} at ${speed}G on ${device}: port ${panel} ${reason}`, possible: [] };
  }
  if (!possible.some((one) => one === speed))
    return { fault: `Port ${port} of ${device} cannot run at ${speed}G`, possible: speeds };
  return {
    fault: `Port ${port} of ${device} cannot run at ${speed}G: its neighbours share its speed, and run at another`,
    possible: [],
  };
}

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
  message: ({ fault, others }) => `${fault}${alike(others, 'link')}`,
  hint: ({ possible }) => (possible.length === 0 ? undefined : `It can do ${oneOf(possible)}.`),
  check(fabric, report) {
    const defects = defectsOf(fabric, 'speed-impossible');
    const alike = gather(defects, ({ port, speed, possible }) => `${port} ${speed} ${possible.join()}`);
    for (const { item, others } of alike) report({ ...explain(fabric, item), others }, item.span);
  },
});
