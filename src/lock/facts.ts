import type { Plan } from '../plan/plan.ts';
import type { Facts } from './lock.ts';

/** Facts of a plan, by key: `pool/loopbacks`, `network/storage`, `platform/spine1`. */
export function factsOf(plan: Plan): Facts {
  const { fabric } = plan;
  const { addressing, networks } = fabric.topology.data;
  const facts = new Map<string, string>();
  for (const pool of ['loopbacks', 'p2pLinks', 'oob'] as const) {
    const text = addressing[pool];
    if (text !== undefined) facts.set(`pool/${pool}`, text);
  }
  for (const [name, { pool, perRack }] of Object.entries(networks)) facts.set(`network/${name}`, `${pool} ${perRack}`);
  for (const node of fabric.switches) facts.set(`platform/${node.name}`, node.platform.id);
  return facts;
}
