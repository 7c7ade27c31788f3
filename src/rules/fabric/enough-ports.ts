import type { DefectOf } from '../../fabric/defect.ts';
import { roomierPlatform } from '../../platforms/roomier.ts';
import { defectsOf } from '../defects.ts';
import { gather } from '../gather.ts';
import { restingHint } from '../resting.ts';
import { defineRule } from '../rule.ts';
import { alike, countOf } from '../words.ts';

type Shortage = DefectOf<'too-few-ports'> & { readonly others: number };

export const rule = defineRule<Shortage, 'fabric'>({
  stage: 'fabric',
  code: 'FAB010',
  name: 'enough-ports',
  severity: 'error',
  summary: 'A switch has a port of the right speed for every cable that ends on it.',
  why: 'A cable without a port cannot be plugged in; the plan would not fit the hardware that was bought for it.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..5}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..4}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message({ device, platform, use, needed, available, speed, rack, others }) {
    const purpose = use === 'access' ? 'links to what is below it' : 'uplinks and links to its twin';
    const ports = available === 0 ? 'no port' : `only ${countOf(available, 'port')}`;
    const at = speed === undefined ? '' : ` at ${speed}G`;
    const end = rack === undefined || available === 0 ? '' : `: they end at rack ${rack}`;
    return `${device} (${platform}) has ${ports} for ${needed} ${purpose}${at}${end}${alike(others, 'switch')}`;
  },
  hint({ platform, use, needed, speed, resting }) {
    const fitting = roomierPlatform(platform, use, needed, speed);
    const such = fitting
      ? ` (${fitting.id} has ${fitting.ports})`
      : ` (none that heddle knows has ${needed} such: it takes a chassis)`;
    return restingHint(
      resting,
      use === 'access'
        ? `Use a platform with more ports${such}, a breakout speed, or fewer devices on it.`
        : `Use a platform with more uplink ports${such}, fewer spines, or fewer links to each.`,
    );
  },
  check(fabric, report) {
    const defects = defectsOf(fabric, 'too-few-ports');
    const alike = gather(defects, ({ use, needed, available }) => `${use} ${needed} ${available}`);
    for (const { item, others } of alike) report({ ...item, others }, item.span);
  },
});
