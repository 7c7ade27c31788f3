import { formatPrefix } from '../ip/index.ts';
import { familyMark } from '../plan/families.ts';
import type { Plan } from '../plan/plan.ts';
import type { Facts } from './lock.ts';

/** Facts of a plan, by key: `pool/loopbacks`, `network/storage`, `platform/spine1`. */
export function factsOf(plan: Plan): Facts {
  const { fabric } = plan;
  const facts = new Map<string, string>();
  for (const pool of ['loopbacks', 'p2pLinks', 'hostLoopbacks', 'oob'] as const) {
    for (const { prefix } of fabric.pools[pool]) {
      facts.set(`pool${familyMark(prefix.base.family)}/${pool}`, formatPrefix(prefix));
    }
  }
  for (const { name, pools } of fabric.networks) {
    for (const { prefix, perRack } of pools) {
      facts.set(`network${familyMark(prefix.base.family)}/${name}`, `${formatPrefix(prefix)} ${perRack}`);
    }
  }
  for (const node of fabric.switches) facts.set(`platform/${node.name}`, node.platform.id);
  return facts;
}
