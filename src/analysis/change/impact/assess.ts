import { compareAdjacencies } from './adjacencies.ts';
import { compareBgp } from './bgp-sessions.ts';
import { cableTasks } from './cable-tasks.ts';
import type { Comparison } from './comparison.ts';
import { deviceReasons } from './device-reasons.ts';
import type { Impact, Renumbered, SessionReset } from './impact.ts';
import { leafPaths, leafsWithoutSessions } from './leaf-paths.ts';
import { serverImpacts } from './servers.ts';

/** Links whose /31 is another. */
function renumberedLinks({ past, present }: Comparison): Renumbered[] {
  return [...present.cables.values()].flatMap(({ id, prefix: after }) => {
    const before = past.cables.get(id)?.prefix;
    return before === undefined || after === undefined || before === after ? [] : [{ link: id, before, after }];
  });
}

const resets = (sessions: readonly SessionReset[]): SessionReset[] =>
  sessions.filter(({ reasons }) => reasons.length > 0);

/** Works out what a change does to the running fabric. */
export function assessImpact(comparison: Comparison): Impact {
  const ofDevice = deviceReasons(comparison);
  const adjacencies = compareAdjacencies(comparison, ofDevice);
  const sessions = compareBgp(comparison, ofDevice, adjacencies.all);
  const paths = leafPaths(comparison, adjacencies.all);
  return {
    ospf: resets(adjacencies.all),
    bgp: resets(sessions.all),
    newSessions: { ospf: adjacencies.added, bgp: sessions.added },
    renumbered: renumberedLinks(comparison),
    paths: [...paths.values()].filter(({ before, kept, after }) => kept !== before || after !== before),
    servers: serverImpacts(comparison, { paths, withoutSessions: leafsWithoutSessions(sessions.all) }),
    cables: cableTasks(comparison.cables),
  };
}
