import { quantity } from './quantity.ts';
import type { FabricChange } from '../fabric-change.ts';
import { cutsOff } from '../impact/impact.ts';
import type { DeviceFact } from '../inventory.ts';
import { devicesText } from './words.ts';

/** What happens in one rack, or outside all racks. */
interface RackTally {
  readonly added: DeviceFact[];
  readonly removed: DeviceFact[];
  readonly replaced: DeviceFact[];
  readonly cables: Record<'pull' | 'move' | 'lay' | 'change-speed', number>;
  addresses: number;
  readonly configs: Set<string>;
  readonly cutOff: Set<string>;
}

/** Racks in which the same happens. */
export interface RackLine {
  /** `z1r1`, or `20 racks (z1r1 … z5r4)`. */
  readonly racks: string;
  /** What happens in each. */
  readonly what: readonly string[];
  /** True where servers are without network for a while. */
  readonly cutOff: boolean;
}

const outside = 'outside the racks';

function tallyRacks(change: FabricChange): Map<string, RackTally> {
  const tallies = new Map<string, RackTally>();
  const at = (rack = outside): RackTally => {
    let tally = tallies.get(rack);
    if (!tally) {
      const cables = { pull: 0, move: 0, lay: 0, 'change-speed': 0 };
      tally = { added: [], removed: [], replaced: [], cables, addresses: 0, configs: new Set(), cutOff: new Set() };
      tallies.set(rack, tally);
    }
    return tally;
  };
  for (const rack of [outside, ...change.racks]) at(rack);
  for (const kind of ['added', 'removed', 'replaced'] as const) {
    for (const device of change.devices[kind]) at(device.rack)[kind].push(device);
  }
  for (const { action, from, to } of change.impact.cables) at(from.rack ?? to.rack).cables[action]++;
  for (const { after } of change.addresses.changed) at(after.rack).addresses++;
  for (const { kind, device, rack } of change.files) if (kind === 'changed') at(rack).configs.add(device);
  for (const { rack, mechanism, servers } of change.impact.servers) {
    if (cutsOff(mechanism)) for (const server of servers) at(rack).cutOff.add(server);
  }
  return tallies;
}

const some = (count: number, text: string): string[] => (count === 0 ? [] : [text]);

function describe(tally: RackTally): string[] {
  const { added, removed, replaced, cables, addresses, configs, cutOff } = tally;
  return [
    ...some(added.length, `+ ${devicesText(added)}`),
    ...some(removed.length, `- ${devicesText(removed)}`),
    ...some(replaced.length, `${devicesText(replaced)} replaced`),
    ...some(cables.pull, `${quantity(cables.pull, 'cable')} to pull`),
    ...some(cables.move, `${quantity(cables.move, 'cable end')} to move`),
    ...some(cables.lay, `${quantity(cables.lay, 'cable')} to lay`),
    ...some(cables['change-speed'], `${quantity(cables['change-speed'], 'link')} at another speed`),
    ...some(addresses, `${quantity(addresses, 'address', 'addresses')} changed`),
    ...some(configs.size, `${quantity(configs.size, 'device')} to reconfigure`),
    ...some(cutOff.size, `${quantity(cutOff.size, 'server')} cut off for a while`),
  ];
}

/** What changes, rack by rack; racks in which the same happens share a line. */
export function summariseRacks(change: FabricChange): RackLine[] {
  const lines = new Map<string, { racks: string[]; what: string[]; cutOff: boolean }>();
  for (const [rack, tally] of tallyRacks(change)) {
    const what = describe(tally);
    if (what.length === 0) continue;
    // What is outside the racks has a line of its own.
    const key = `${rack === outside}\n${what.join('\n')}`;
    const line = lines.get(key);
    if (line) line.racks.push(rack);
    else lines.set(key, { racks: [rack], what, cutOff: tally.cutOff.size > 0 });
  }
  return [...lines.values()].map(({ racks, what, cutOff }) => {
    const [first = ''] = racks;
    const name = racks.length === 1 ? first : `${racks.length} racks (${first} … ${racks.at(-1)})`;
    return { racks: name, what, cutOff };
  });
}
