import type { CableChanges } from '../fabric-change.ts';
import type { CableTask } from './impact.ts';

/** What people do with cables, in an order that frees ports before they are needed. */
export function cableTasks({ added, removed, moved, speeds }: CableChanges): CableTask[] {
  return [
    ...removed.map(({ id, a, z }): CableTask => ({ action: 'pull', link: id, from: a, to: z })),
    ...moved.flatMap(({ cable, ends }) =>
      ends.map(({ before, after }): CableTask => {
        const other = after.device === cable.a.device ? cable.z : cable.a;
        return { action: 'move', link: cable.id, from: before, to: after, other };
      }),
    ),
    ...added.map(({ id, a, z }): CableTask => ({ action: 'lay', link: id, from: a, to: z })),
    ...speeds.map(({ cable, before, after }): CableTask => ({
      action: 'change-speed',
      link: cable.id,
      from: cable.a,
      to: cable.z,
      speeds: { before, after },
    })),
  ];
}
