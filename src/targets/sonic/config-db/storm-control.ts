import type { SwitchDevice } from '../../../device/device.ts';
import { spellPort } from '../names.ts';
import { type Entry, type Table, tableOf } from './tables.ts';

/** Highest rate that the table takes, in kb/s. */
const highest = 100_000_000;

/** One per cent of a Gb/s, in kb/s. */
const perCent = 10_000;

/** Limits of ports to servers. SONiC sets them on ports alone, so each member of a LAG has its own, as on other systems. */
export function stormControlTable({ interfaces, edge }: SwitchDevice): Table {
  const edgeLags = new Set(
    interfaces.flatMap((one) => (one.kind === 'lag' && one.mode.type === 'bridged' && one.mode.edge ? [one.id] : [])),
  );
  const limits = [
    ['broadcast', edge.stormControl.broadcast],
    ['unknown-multicast', edge.stormControl.multicast],
  ] as const;
  return tableOf(
    interfaces.flatMap((one) => {
      if (one.kind !== 'ethernet') return [];
      const { mode, port } = one;
      if (mode.type === 'member' ? !edgeLags.has(mode.lag) : mode.type !== 'bridged' || !mode.edge) return [];
      return limits.map(([kind, share]): [string, Entry] => {
        const kbps = Math.min(highest, Math.round(port.speed * perCent * share));
        return [`${spellPort(port)}|${kind}`, { kbps: String(kbps) }];
      });
    }),
  );
}
